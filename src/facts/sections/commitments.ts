import { commitmentScopes, comparators } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { choice, datedFact, sourcesField, text } from '../shape.ts';

export const commitments: Section = {
  key: 'commitments',
  fields: () => [
    {
      key: 'commitments',
      shape: {
        kind: 'list',
        fields: [
          { key: 'id', shape: { kind: 'identifier', prefix: 'c' } },
          { key: 'provision', shape: { kind: 'provision' } },
          { key: 'textAsWritten', shape: { kind: 'wording', provision: 'provision' }, isRequired: true },
          text('metric', { isRequired: true }),
          choice('comparator', comparators),
          { key: 'value', shape: { kind: 'number' }, isRequired: true },
          text('unit', { isRequired: true }),
          {
            key: 'scope',
            shape: { kind: 'choices', of: commitmentScopes.map((value) => ({ value })) },
            isRequired: true,
          },
          choice('per', ['be_year'], true),
          datedFact('due'),
          text('period'),
          text('domain'),
          sourcesField,
        ],
      },
    },
  ],
};
