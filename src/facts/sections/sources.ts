import { evidenceLevels } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { choice, datedFact, text } from '../shape.ts';

/** Other facts point at sources by their identifier, which therefore never changes. */
export const sources: Section = {
  key: 'sources',
  fields: () => [
    {
      key: 'sources',
      shape: {
        kind: 'list',
        fields: [
          { key: 'id', shape: { kind: 'identifier', prefix: 's' } },
          text('title'),
          text('publisher'),
          { key: 'url', shape: { kind: 'text', isProse: false } },
          datedFact('published'),
          { key: 'retrieved', shape: { kind: 'day' } },
          choice('evidenceLevel', evidenceLevels, true),
          text('note', { rows: 2 }),
        ],
      },
    },
  ],
};
