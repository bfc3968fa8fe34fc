import type { Connection, Register } from '../../db/connection.ts';
import { countWorks, listWorks, listWorksNaming, listWorksOfParty } from '../../db/lists.ts';
import { listNetworksAt, type NetworkName } from '../../db/networks.ts';
import { listOrganisationsCovering } from '../../db/organisations.ts';
import {
  type CharterInPlace,
  type CountedPlace,
  findPlaceChain,
  listChartersInside,
  listPlacesInside,
} from '../../db/places.ts';
import { dayInThailand, type Instant, type IsoDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { codesUpward, isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';

/** At most so many works are listed on the page of one place; the rest is behind the lists. */
export const placeWorksMaximum = 30;

export type PlacePage = {
  readonly chain: PlaceChain;
  /**
   * The places directly inside, with the number of works in each; empty for a tambon. A tambon has its current
   * charters, so that they are one step away; of more than `directMaximum` none, because its page lists them.
   */
  readonly inside: readonly (CountedPlace & { readonly charters: readonly CharterInPlace[] })[];
  /** Works of this place and the places inside it. */
  readonly works: readonly DescribedWork[];
  readonly total: number;
  /** Works of the district and province above. */
  readonly above: readonly DescribedWork[];
  /** Works that may be of this place: their source does not say which of several is meant. */
  readonly possible: readonly DescribedWork[];
  /** Bodies that cover this place; of a village those of its tambon. */
  readonly organisations: readonly Organisation[];
  /** Networks about this place or one above it, or with a member that covers it. */
  readonly networks: readonly NetworkName[];
  /** Works that organisations covering this place are party to. */
  readonly asParty: readonly (DescribedWork & { readonly organisation: string })[];
};

/** So many charters of one tambon are linked from the page of its district. */
const directMaximum = 3;

/** Everything that stands in a place. Refused: `place_not_found`; a place without works is a page, not a refusal. */
export async function openPlace(register: Register, code: string, now: Instant): Promise<Result<PlacePage>> {
  const { read } = register;
  const chain = isPlaceCode(code) ? await findPlaceChain(read, code) : null;
  if (!chain) return refused({ code: 'place_not_found', placeCode: code });
  const named = await listWorksNaming(read, [code], placeWorksMaximum);
  const works = await listWorks(read, { place: code }, { limit: placeWorksMaximum, offset: 0 });
  const shown = new Set(works.map((work) => work.workId));
  const uncertain = named.filter((work) => !work.isCertain && !shown.has(work.workId));
  const above = await listWorksNaming(read, codesUpward(code).slice(1), placeWorksMaximum);
  const organisations = await listOrganisationsCovering(read, code.slice(0, 6));
  const slugs = organisations.map((organisation) => organisation.slug);
  const asParty = await listWorksOfParty(read, slugs, placeWorksMaximum);
  return accepted({
    chain,
    inside: await placesInside(read, code, dayInThailand(now)),
    works: await describeWorks(register, works, now),
    total: await countWorks(read, { place: code }),
    above: await describeWorks(
      register,
      above.filter((work) => !shown.has(work.workId) && work.isCertain),
      now,
    ),
    possible: await describeWorks(register, uncertain, now),
    organisations,
    networks: await listNetworksAt(read, codesUpward(code)),
    asParty: await describeWorks(
      register,
      asParty.filter((work) => !shown.has(work.workId)),
      now,
    ),
  });
}

async function placesInside(read: Connection, code: string, on: IsoDate): Promise<PlacePage['inside']> {
  if (code.length >= 6) return [];
  const charters = code.length === 4 ? await listChartersInside(read, code, on) : null;
  const inside = await listPlacesInside(read, code);
  return inside.map((place) => {
    const own = charters?.get(place.code) ?? [];
    return { ...place, charters: own.length > directMaximum ? [] : own };
  });
}
