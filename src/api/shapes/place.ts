import { z } from 'zod';
import { partialDate } from '../../catalogue/manifest-schema.ts';
import { countedPlaceShape, placeShape, tellCountedPlace } from '../../exports/places-json.ts';
import type { PlacePage } from '../../registry/open-place.ts';
import type { PlaceOnDate } from '../../registry/open-place-on.ts';
import { briefWorkShape, tellBriefWork } from './brief-work.ts';
import {
  networkNameShape,
  organisationNameShape,
  tellNetworkName,
  tellOrganisationName,
  tellPlace,
} from './named.ts';

const works = z.array(briefWorkShape).readonly();

/** A place with what stands there now. */
export const placePageShape = z.strictObject({
  place: placeShape,
  above: z.array(placeShape).readonly().describe('The places around it, smallest first'),
  inside: z.array(countedPlaceShape).readonly(),
  total: z
    .int()
    .min(0)
    .describe('Works of the place and of the places inside it; `works` names the first thirty'),
  works,
  worksAbove: works.describe('Of the district and province around it'),
  worksPossible: works.describe('Their source does not say which of several places is meant'),
  organisations: z.array(organisationNameShape).readonly(),
  networks: z.array(networkNameShape).readonly(),
  asParty: z
    .array(z.strictObject({ organisation: z.string(), work: briefWorkShape }))
    .readonly()
    .describe('Works that organisations covering the place are party to'),
});

/** The chain told from the place up: each with the places around it. */
const tellChain = (chain: PlacePage['chain'], origin: string) =>
  chain.flatMap((_, at) => tellPlace(chain.slice(at), origin));

export function tellPlacePage(page: PlacePage, origin: string): readonly z.output<typeof placePageShape>[] {
  const { chain, inside, total, organisations, networks, asParty } = page;
  const [place, ...above] = tellChain(chain, origin);
  if (place === undefined) return [];
  const briefly = (some: PlacePage['works']) => some.map((work) => tellBriefWork(work, origin));
  return [
    {
      place,
      above,
      inside: inside.map((one) => tellCountedPlace(one, chain, origin)),
      total,
      works: briefly(page.works),
      worksAbove: briefly(page.above),
      worksPossible: briefly(page.possible),
      organisations: organisations.map((one) => tellOrganisationName(one, origin)),
      networks: networks.map((one) => tellNetworkName(one, origin)),
      asParty: asParty.map((work) => ({
        organisation: work.organisation,
        work: tellBriefWork(work, origin),
      })),
    },
  ];
}

/** Everything that stood in a place on a day. */
export const placeOnShape = z.strictObject({
  place: placeShape,
  date: partialDate.describe('As asked for'),
  day: z.iso.date().describe('The last day of it, which is the day that counts'),
  total: z.int().min(0).describe('Works that stood; `works` names the first forty'),
  works,
  worksAbove: works,
  withdrawn: works.describe('Withdrawn by that day, with their last edition'),
  undated: works.describe('They may have stood: no source says since when'),
});

export function tellPlaceOn(
  page: Extract<PlaceOnDate, { readonly kind: 'page' }>,
  origin: string,
): readonly z.output<typeof placeOnShape>[] {
  const [place] = tellPlace(page.chain, origin);
  if (place === undefined) return [];
  const briefly = (some: typeof page.works) => some.map((work) => tellBriefWork(work, origin));
  return [
    {
      place,
      date: page.date,
      day: page.day,
      total: page.total,
      works: briefly(page.works),
      worksAbove: briefly(page.above),
      withdrawn: briefly(page.withdrawn),
      undated: briefly(page.undated),
    },
  ];
}
