import { partyActions, partyRoles } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { choice, datedFact, sourcesField, text } from '../shape.ts';

export const parties: Section = {
  key: 'parties',
  fields: () => [
    {
      key: 'parties',
      shape: {
        kind: 'list',
        fields: [
          { key: 'organisation', shape: { kind: 'pick', of: 'organisation' }, isRequired: true },
          choice('role', partyRoles),
          {
            key: 'actions',
            shape: { kind: 'list', fields: [choice('kind', partyActions), datedFact('date')] },
          },
          text('note', { rows: 2 }),
          sourcesField,
        ],
      },
    },
  ],
};
