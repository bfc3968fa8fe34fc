import { z } from 'zod';
import { placeCodeShape } from '../../catalogue/manifest-schema.ts';
import { addresses } from '../../domain/addresses.ts';
import { provenances } from '../../domain/edition.ts';
import { standings } from '../../domain/timeline.ts';
import { toldStanding } from '../../exports/list-export.ts';
import type { DescribedWork } from '../../registry/steps/describe-works.ts';
import { tellTitledWork, titledWorkShape } from './named.ts';

/** A work as pages about something else name it. */
export const briefWorkShape = z.strictObject({
  ...titledWorkShape.shape,
  edition: z.int().min(1),
  editionAddress: z.url(),
  provenance: z.enum(provenances),
  standing: z.enum(standings).nullable().describe('Null for a model text, which stands nowhere'),
  standingLabel: z.string().nullable(),
  placeCodes: z.array(placeCodeShape).readonly(),
});

export function tellBriefWork(work: DescribedWork, origin: string): z.output<typeof briefWorkShape> {
  const { type, slug, number, card, standing } = work;
  return {
    ...tellTitledWork({ type, slug, title: card.title }, origin),
    edition: number,
    editionAddress: new URL(addresses.edition(work, number), origin).href,
    provenance: card.provenance,
    ...toldStanding(type, card.provenance, standing),
    placeCodes: card.places,
  };
}
