import { describeAgreements } from '../../db/agreements.ts';
import { listAgreementsNaming } from '../../db/commitments.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisation, findOrganisations, mapSuccessions } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { countAcceptedOf, listAcceptedOf } from '../../db/submission-lists.ts';
import { listSubmissions } from '../../db/submissions.ts';
import { commitmentProgress } from '../domain/commitment-progress.ts';
import { byDue, isDone } from '../domain/due-order.ts';
import type { Commitment } from '../domain/edition.ts';
import { countableEvidence, type EvidenceFiling } from '../domain/evidence.ts';
import { dayInThailand, type Instant, type IsoDate } from '../domain/iso-date.ts';
import type { Organisation } from '../domain/organisation.ts';
import { type OwnReading, type OwnShare, ownShare } from '../domain/own-share.ts';
import type { PlaceChain } from '../domain/place.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { presentStanding } from '../domain/submission.ts';
import { type UncountedReason, uncountedDeeds } from '../domain/uncounted.ts';
import type { WorkName } from '../domain/work.ts';
import { lineOf, listSuccessions, promisedBy, readAgreement } from './steps/read-agreement.ts';

/** So many agreements stand on a page of an organisation, and at most so many deeds on the first. */
export const promisesOnPage = 60;
export const shownMaximum = 200;

/** A commitment that an organisation keeps with others, and its own part of every reading. */
export type OwnPromise = {
  readonly work: WorkName;
  readonly title: string;
  readonly commitment: Commitment;
  readonly share: OwnShare;
};

export type ShownDeed = {
  readonly agreement: string;
  readonly agreementTitle: string;
  readonly commitment: string;
  readonly metric: string;
  readonly unit: string;
  readonly number: number;
  /** Slug of the organisation that did it: itself, or one for which it carries on. */
  readonly organisation: string;
  readonly filing: EvidenceFiling;
  /** Why no reading of the commitment counts it; null when one does. */
  readonly uncounted: UncountedReason | null;
};

export type PromisesPage = {
  readonly organisation: Organisation;
  readonly day: IsoDate;
  /** Who carries on for it; what it promised is counted there by now. */
  readonly successor: { readonly slug: string; readonly name: string; readonly on: IsoDate } | null;
  /** Those for which it carries on, whose promises are its own by now. */
  readonly forerunners: readonly Organisation[];
  /** The agreements that name it or its forerunners: on this page, from 1, and in all. */
  readonly agreements: {
    readonly page: number;
    readonly pages: number;
    readonly shown: number;
    readonly total: number;
  };
  /** By agreement, as the agreements list them. */
  readonly promised: readonly OwnPromise[];
  /** The deeds that were accepted last. */
  readonly shown: readonly ShownDeed[];
  /** How many there are in all. */
  readonly shownTotal: number;
  /** What of this page is not done yet, by the day on which it is due. */
  readonly due: readonly OwnPromise[];
  readonly places: ReadonlyMap<string, PlaceChain>;
};

/**
 * What an organisation promised as a party of agreements, what it has shown, and what is due. A successor keeps the
 * promises of its forerunners. Model texts promise nothing.
 * @param page of its agreements, from 1; a page past the end has none
 * Refused: `organisation_not_found`.
 */
export async function openPromises(
  { read }: Pick<Register, 'read'>,
  slug: string,
  page: number,
  now: Instant,
): Promise<Result<PromisesPage>> {
  const organisation = await findOrganisation(read, slug);
  if (!organisation) return refused({ code: 'organisation_not_found', slug });
  const day = dayInThailand(now);
  const successions = await listSuccessions(read);
  const before = [...new Set(successions.map(({ predecessor }) => predecessor))].filter(
    (one) => one !== slug && lineOf(one, successions).includes(slug),
  );
  const line = [slug, ...before];
  const next = (await mapSuccessions(read)).get(slug);
  const named = await agreementsNaming(read, line);
  const onPage = named.slice((page - 1) * promisesOnPage, page * promisesOnPage);
  const opened = await Promise.all(onPage.map((name) => promisesIn(read, name.slug, line, day)));
  const promised = opened.flatMap((one) => one?.promises ?? []);
  const shown = await shownBy(read, line, new Map(opened.flatMap((one) => one?.uncounted ?? [])));
  return accepted({
    organisation,
    day,
    successor: next ? { slug: next.successor, name: next.successorName, on: next.on } : null,
    forerunners: [...(await findOrganisations(read, before)).values()],
    agreements: {
      page,
      pages: Math.max(1, Math.ceil(named.length / promisesOnPage)),
      shown: onPage.length,
      total: named.length,
    },
    promised,
    shown,
    shownTotal: await countAcceptedOf(read, line, 'evidence'),
    due: byDue(promised.filter(({ share }) => !isDone(share))),
    places: await findPlaceChains(read, [
      ...shown.flatMap(({ filing }) => filing.place ?? []),
      ...promised.flatMap(({ share }) => share.readings.flatMap(placesIn)),
    ]),
  });
}

const placesIn = ({ scope, units }: OwnReading): readonly string[] =>
  scope === 'each_place' ? units.flatMap(({ unit }) => unit ?? []) : [];

async function agreementsNaming(
  read: Register['read'],
  line: readonly string[],
): Promise<readonly WorkName[]> {
  const found = await Promise.all(line.map((one) => listAgreementsNaming(read, one)));
  return [...new Map(found.flat().map((work) => [work.slug, work])).values()];
}

type Uncounted = ReadonlyMap<string, UncountedReason>;
const keyOf = (agreement: string, number: number | string): string => `${agreement} ${number}`;

/** @param uncounted by agreement and number */
async function shownBy(
  read: Register['read'],
  line: readonly string[],
  uncounted: Uncounted,
): Promise<readonly ShownDeed[]> {
  const filed = await listAcceptedOf<EvidenceFiling>(read, line, 'evidence', shownMaximum);
  const described = await describeAgreements(
    read,
    filed.map(({ workId }) => workId),
  );
  return filed.flatMap(({ workId, work, number, organisation, commitment: id, acts }) => {
    const agreement = described.get(workId);
    const commitment = agreement?.commitments.find((one) => one.id === id);
    if (agreement === undefined || commitment === undefined) return [];
    const { metric, unit } = commitment;
    return [
      {
        ...{ agreement: work.slug, agreementTitle: agreement.title, commitment: commitment.id },
        ...{ metric, unit, number, organisation },
        filing: presentStanding({ acts }).facts,
        uncounted: uncounted.get(keyOf(work.slug, number)) ?? null,
      },
    ];
  });
}

async function promisesIn(
  read: Register['read'],
  agreementSlug: string,
  line: readonly string[],
  day: IsoDate,
): Promise<{
  readonly promises: readonly OwnPromise[];
  /** Its accepted deeds that no reading counts. */
  readonly uncounted: readonly (readonly [string, UncountedReason])[];
} | null> {
  const agreement = await readAgreement(read, agreementSlug, day);
  if (agreement === null || agreement.manifest.provenance === 'model') return null;
  const { manifest, roster, work } = agreement;
  const holder = line.map((one) => roster.holderOf(one, day)).find((one) => roster.isParty(one, day));
  if (holder === undefined || manifest.commitments.length === 0) return null;
  const submissions = await listSubmissions<EvidenceFiling>(read, work.id, { kind: 'evidence' });
  const evidence = submissions.map(countableEvidence);
  const own = evidence.filter(({ organisation }) => line.includes(organisation));
  const name: WorkName = { type: 'agreements', slug: agreementSlug };
  const counted = manifest.commitments.map((commitment) => {
    const promised = promisedBy(agreement, commitment);
    const progress = commitmentProgress(promised, evidence, day);
    const share = ownShare(promised, evidence, progress, holder);
    const [first = [], ...others] = progress.readings.map((one) => uncountedDeeds(promised, own, one, day));
    const byNone = first.filter(({ id }) => others.every((deeds) => deeds.some((deed) => deed.id === id)));
    return { promise: { work: name, title: manifest.title, commitment, share }, byNone };
  });
  return {
    promises: counted.map(({ promise }) => promise),
    uncounted: counted.flatMap(({ byNone }) =>
      byNone.map(({ id, reason }) => [keyOf(agreementSlug, id), reason] as const),
    ),
  };
}
