import type { FieldKind } from '../../catalogue/document-type.ts';
import { documentType } from '../../catalogue/index.ts';
import type { Section } from '../section.ts';
import { type Shape, text } from '../shape.ts';

const shapes: Readonly<Record<FieldKind, Shape>> = {
  text: { kind: 'text', rows: 3 },
  list: { kind: 'lines' },
  quantity: {
    kind: 'group',
    fields: [{ key: 'amount', shape: { kind: 'number' } }, text('unit'), text('textAsWritten')],
  },
  date: { kind: 'date' },
};

/** The facts that the catalogue asks of every work of the type. */
export const details: Section = {
  key: 'details',
  fields: ({ type }) => [
    {
      key: 'facts',
      shape: {
        kind: 'group',
        fields: documentType(type).fields.map(({ key, label, kind }) => ({
          key,
          label,
          shape: { kind: 'fact', of: shapes[kind], mayBeAbsent: true },
        })),
      },
    },
  ],
};
