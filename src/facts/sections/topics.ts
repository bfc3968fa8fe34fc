import type { Section } from '../section.ts';

export const topics: Section = {
  key: 'topics',
  fields: () => [{ key: 'topics', shape: { kind: 'choices', of: 'topics' } }],
};
