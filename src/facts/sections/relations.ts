import { relationKinds } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { choice, text } from '../shape.ts';

export const relations: Section = {
  key: 'relations',
  fields: () => [
    {
      key: 'relations',
      shape: {
        kind: 'list',
        fields: [
          choice('kind', relationKinds),
          { key: 'target', shape: { kind: 'pick', of: 'work' }, isRequired: true },
          text('note', { rows: 2 }),
        ],
      },
    },
  ],
};
