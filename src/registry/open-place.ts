import type { Register } from '../../db/connection.ts';
import { countWorks, listWorks, listWorksNaming, listWorksOfParty } from '../../db/lists.ts';
import { listOrganisationsCovering } from '../../db/organisations.ts';
import { type CountedPlace, findPlaceChain, listPlacesInside } from '../../db/places.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { codesUpward, isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type DescribedWork, describeWorks } from './steps/describe-works.ts';

/** At most so many works are listed on the page of one place; the rest is behind the lists. */
export const placeWorksMaximum = 30;

export type PlacePage = {
  readonly chain: PlaceChain;
  /** The places directly inside, with the number of works in each; empty for a tambon. */
  readonly inside: readonly CountedPlace[];
  /** Works of this place and the places inside it. */
  readonly works: readonly DescribedWork[];
  readonly total: number;
  /** Works of the district and province above. */
  readonly above: readonly DescribedWork[];
  /** Works that may be of this place: their source does not say which of several is meant. */
  readonly possible: readonly DescribedWork[];
  readonly organisations: readonly Organisation[];
  /** Works that organisations covering this place are party to. */
  readonly asParty: readonly (DescribedWork & { readonly organisation: string })[];
};

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
  const organisations = await listOrganisationsCovering(read, code);
  const slugs = organisations.map((organisation) => organisation.slug);
  const asParty = await listWorksOfParty(read, slugs, placeWorksMaximum);
  return accepted({
    chain,
    inside: code.length < 6 ? await listPlacesInside(read, code) : [],
    works: await describeWorks(register, works, now),
    total: await countWorks(read, { place: code }),
    above: await describeWorks(
      register,
      above.filter((work) => !shown.has(work.workId) && work.isCertain),
      now,
    ),
    possible: await describeWorks(register, uncertain, now),
    organisations,
    asParty: await describeWorks(
      register,
      asParty.filter((work) => !shown.has(work.workId)),
      now,
    ),
  });
}
