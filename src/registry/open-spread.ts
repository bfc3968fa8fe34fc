import type { Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import { findOrganisations } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { nameProvisions, type ProvisionName } from '../../db/provisions.ts';
import { findTitles, type TitledWork } from '../../db/relations.ts';
import { mapDeedsProvedBy, type ProvedDeed } from '../../db/submission-lists.ts';
import { findWork } from '../../db/works.ts';
import { type AdoptionStatement, keyOfAdopter, type TextPart } from '../domain/adoption.ts';
import type { Provenance } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { SpreadAdoption } from '../domain/spread.ts';
import { keyOfWork, type WorkName } from '../domain/work.ts';
import { asOfOrNow, type KnownAsOf } from './steps/as-of-now.ts';
import { readSpread } from './steps/read-spread.ts';
import { whyNoEdition } from './steps/why-no-edition.ts';

/** At most so many deeds are named on one page. */
const mostDeeds = 500;

/** An adoption with everything that a page names of it. */
export type NamedAdoption = SpreadAdoption & {
  /** By which rows and picture know its two ends. */
  readonly from: string;
  readonly to: string;
  /** Null when the register does not have the text that was taken. */
  readonly originWork: TitledWork | null;
  /** Null for an adopter that only words or an organisation name. */
  readonly adopterWork: TitledWork | null;
  /** What readers know the adopter by. */
  readonly adopterName: string;
  readonly places: readonly PlaceChain[];
  /** What was taken, and what it became, where provisions are named and still there. */
  readonly taken: readonly ProvisionName[];
  readonly became: readonly ProvisionName[];
  /** Accepted deeds of which the adopter's text is the proof. */
  readonly deeds: readonly ProvedDeed[];
};

export type SpreadPage = {
  readonly work: TitledWork;
  readonly provenance: Provenance;
  readonly sha256: string;
  readonly asOf: KnownAsOf;
  readonly adoptions: readonly NamedAdoption[];
  readonly adopters: number;
  readonly hops: number;
  readonly isWhole: boolean;
  readonly organisations: ReadonlyMap<string, Organisation>;
};

/**
 * What became of a case in other places: who took it over, who took it from these, since when, as which provision,
 * who says so, and what deeds it led to.
 * @param asOf what the register held then is what counts; null for now
 * Refused: `work_not_found`, also for what is not published; `not_known_then`.
 */
export async function openSpread(
  { read }: Register,
  slug: string,
  now: Instant,
  asOf: KnownAsOf | null = null,
): Promise<Result<SpreadPage>> {
  const then = await asOfOrNow({ read }, asOf, now);
  const name: WorkName = { type: 'cases', slug };
  const stored = await findWork(read, name);
  if (!stored) return refused({ code: 'work_not_found' });
  const spread = await readSpread(read, name, then);
  const adopterWorks = spread.adoptions.flatMap(({ adopter: { work } }) => work ?? []);
  const titles = await findTitles(read, [name, ...adopterWorks], then);
  const work = titles.get(keyOfWork(name));
  const edition = work ? await findEdition(read, stored.id, work.currentNumber) : null;
  if (!work || !edition) return refused(await whyNoEdition(read, stored, null, then));
  const statements = spread.adoptions.flatMap((adoption) => adoption.statements);
  const parts = statements.flatMap(partsOf);
  const names = await nameProvisions(
    read,
    parts.map(({ work: of, eid }) => ({ ...of, edition: null, eid })),
    then,
  );
  const provisions = new Map(parts.map((part, at) => [keyOfPart(part), names[at]]));
  const organisations = await findOrganisations(
    read,
    spread.adoptions.flatMap(({ adopter }) => adopter.organisations),
    then,
  );
  const chains = await findPlaceChains(
    read,
    [...spread.works.values()].flatMap(({ places }) => places),
  );
  const deeds = await mapDeedsProvedBy(read, adopterWorks, mostDeeds, then);
  const namesOf = (of: readonly TextPart[]): readonly ProvisionName[] =>
    [...new Set(of.map(keyOfPart))].flatMap((key) => provisions.get(key) ?? []);
  return accepted({
    work,
    provenance: edition.manifest.provenance,
    sha256: edition.sha256,
    asOf: then,
    adoptions: spread.adoptions.map((adoption) => {
      const { adopter, origin, statements: told } = adoption;
      const to = keyOfAdopter(adopter);
      const adopterWork = titles.get(to) ?? null;
      const [organisation = ''] = adopter.organisations;
      return {
        ...adoption,
        from: keyOfWork(origin),
        to,
        originWork: titles.get(keyOfWork(origin)) ?? null,
        adopterWork,
        adopterName:
          adopterWork?.title ?? adopter.words ?? organisations.get(organisation)?.name ?? organisation,
        places: (spread.works.get(to)?.places ?? []).flatMap((code) => [chains.get(code) ?? []]),
        taken: namesOf(told.map((one) => one.origin)),
        became: namesOf(told.flatMap((one) => ownPartOf(one))),
        deeds: deeds.get(to) ?? [],
      };
    }),
    adopters: spread.adopters,
    hops: spread.hops,
    isWhole: spread.isWhole,
    organisations,
  });
}

const ownPartOf = ({ adopter: { work }, adapted }: AdoptionStatement): readonly TextPart[] =>
  work === null || adapted === null ? [] : [{ work, eid: adapted }];

const keyOfPart = ({ work, eid }: TextPart): string => `${keyOfWork(work)}#${eid}`;

const partsOf = (statement: AdoptionStatement): readonly TextPart[] => [
  statement.origin,
  ...ownPartOf(statement),
];
