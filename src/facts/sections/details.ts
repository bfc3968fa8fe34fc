import type { Field } from '../../catalogue/document-type.ts';
import { documentType } from '../../catalogue/index.ts';
import type { Section } from '../section.ts';
import { type FormField, type Shape, text } from '../shape.ts';

/** The facts that the catalogue asks of every work of the type. */
export const details: Section = {
  key: 'details',
  fields: ({ type }) => [
    {
      key: 'facts',
      shape: { kind: 'group', fields: documentType(type).fields.map((field) => factField(field)) },
    },
  ],
};

/** @param isCell of a table, where its value stands open and its state is folded away */
function factField(field: Field, isCell = false): FormField {
  const { key, label, hint, isRequired } = field;
  return {
    key,
    label,
    shape: { kind: 'fact', of: shapeOf(field, isCell), mayBeAbsent: true, isCell },
    ...(hint !== undefined && { hint }),
    ...(isRequired !== undefined && { isRequired }),
    ...(field.kind === 'rows' && { entry: field.entry }),
  };
}

function shapeOf(field: Field, isCell: boolean): Shape {
  switch (field.kind) {
    case 'text':
      return { kind: 'text', rows: isCell ? 2 : 3 };
    case 'list':
      return { kind: 'lines' };
    case 'quantity':
      return {
        kind: 'group',
        fields: [{ key: 'amount', shape: { kind: 'number' } }, text('unit'), text('textAsWritten')],
      };
    case 'date':
      return { kind: 'date' };
    case 'choice':
      return { kind: 'choice', options: optionsOf(field.options), isOptional: true };
    case 'choices':
      return { kind: 'choices', of: optionsOf(field.options) };
    case 'organisation':
    case 'work':
      return { kind: 'pick', of: field.kind };
    case 'provision':
      return { kind: 'provision' };
    case 'rows':
      return {
        kind: 'list',
        fields: field.columns.map((column) => factField(column, true)),
        ...(field.lineColumn !== undefined && { lineColumn: field.lineColumn }),
      };
    default:
      return field satisfies never;
  }
}

const optionsOf = (options: Readonly<Record<string, string>>) =>
  Object.entries(options).map(([value, label]) => ({ value, label }));
