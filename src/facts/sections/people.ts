import { capacities } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { choice, sourcesField, text } from '../shape.ts';

/** People in office: name, office and capacity, and nothing else about a person. */
export const people: Section = {
  key: 'people',
  fields: () => [
    {
      key: 'people',
      shape: {
        kind: 'list',
        fields: [
          text('name'),
          text('office', { isRequired: true }),
          { key: 'organisation', shape: { kind: 'pick', of: 'organisation' } },
          choice('capacity', capacities),
          sourcesField,
        ],
      },
    },
  ],
};
