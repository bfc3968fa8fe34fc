import { partyRoles } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { sourcesField, text } from '../shape.ts';

export const claims: Section = {
  key: 'claims',
  fields: () => [
    {
      key: 'claims',
      shape: {
        kind: 'list',
        fields: [
          text('textAsWritten', { isRequired: true }),
          { key: 'property', shape: { kind: 'word' }, isRequired: true },
          { key: 'value', shape: { kind: 'number' }, isRequired: true },
          text('unit', { isRequired: true }),
          { key: 'roles', shape: { kind: 'choices', of: partyRoles.map((value) => ({ value })) } },
          text('note', { rows: 2 }),
          sourcesField,
        ],
      },
    },
  ],
};
