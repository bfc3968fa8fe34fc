import type { Register } from '../../db/connection.ts';
import { countWorks, listWorks, listWorksOfParty } from '../../db/lists.ts';
import { listNetworksAt, type NetworkName } from '../../db/networks.ts';
import { listOrganisationsCovering } from '../../db/organisations.ts';
import { type CharterInPlace, findPlaceChain, listChartersInside } from '../../db/places.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { codesUpward, isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { asOfNow } from './steps/as-of-now.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';
import { type CountedPlace, placesInside } from './steps/places-inside.ts';
import { worksAround } from './steps/works-around.ts';

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
  const works = await listWorks(read, { place: code }, { limit: placeWorksMaximum, offset: 0 });
  const shown = new Set(works.map((work) => work.workId));
  const { possible, above } = await worksAround(read, code, shown, placeWorksMaximum);
  const organisations = await listOrganisationsCovering(read, code.slice(0, 6));
  const slugs = organisations.map((organisation) => organisation.slug);
  const asParty = await listWorksOfParty(read, slugs, placeWorksMaximum);
  return accepted({
    chain,
    inside: await insideWithCharters(register, code, now),
    works: await describeWorks(register, works, now),
    total: await countWorks(read, { place: code }),
    above: await describeWorks(register, above, now),
    possible: await describeWorks(register, possible, now),
    organisations,
    networks: await listNetworksAt(read, codesUpward(code)),
    asParty: await describeWorks(
      register,
      asParty.filter((work) => !shown.has(work.workId)),
      now,
    ),
  });
}

async function insideWithCharters(
  register: Register,
  code: string,
  now: Instant,
): Promise<PlacePage['inside']> {
  if (code.length >= 6) return [];
  const asOf = await asOfNow(register, now);
  const charters = code.length === 4 ? await listChartersInside(register.read, code, asOf.day) : null;
  const inside = await placesInside(register, code, asOf);
  return inside.map((place) => {
    const own = charters?.get(place.code) ?? [];
    return { ...place, charters: own.length > directMaximum ? [] : own };
  });
}
