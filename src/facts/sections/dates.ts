import type { Section } from '../section.ts';

export const dates: Section = {
  key: 'dates',
  fields: () =>
    (['adopted', 'effective', 'reviewDue'] as const).map((key) => ({
      key,
      shape: { kind: 'fact', of: { kind: 'date' } },
    })),
};
