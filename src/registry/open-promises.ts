import { listAgreementsNaming } from '../../db/commitments.ts';
import type { Register } from '../../db/connection.ts';
import { findOrganisation, findOrganisations, mapSuccessions } from '../../db/organisations.ts';
import { findPlaceChains } from '../../db/places.ts';
import { listAcceptedOf } from '../../db/submission-lists.ts';
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
import type { WorkName } from '../domain/work.ts';
import { lineOf, listSuccessions, promisedBy, readAgreement } from './steps/read-agreement.ts';

/** At most so many agreements are counted on the page of an organisation, and so many deeds are listed. */
export const promisesMaximum = 60;
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
};

export type PromisesPage = {
  readonly organisation: Organisation;
  readonly day: IsoDate;
  /** Who carries on for it; what it promised is counted there by now. */
  readonly successor: { readonly slug: string; readonly name: string; readonly on: IsoDate } | null;
  /** Those for which it carries on, whose promises are its own by now. */
  readonly forerunners: readonly Organisation[];
  /** By agreement, as the agreements list them. */
  readonly promised: readonly OwnPromise[];
  readonly shown: readonly ShownDeed[];
  /** What is not done yet, by the day on which it is due. */
  readonly due: readonly OwnPromise[];
  readonly places: ReadonlyMap<string, PlaceChain>;
};

/**
 * What an organisation promised as a party of agreements, what it has shown, and what is due. A successor keeps the
 * promises of its forerunners. Model texts promise nothing. Refused: `organisation_not_found`.
 */
export async function openPromises(
  { read }: Pick<Register, 'read'>,
  slug: string,
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
  const agreements = await agreementsNaming(read, line);
  const opened = await Promise.all(agreements.map((name) => promisesIn(read, name.slug, line, day)));
  const promised = opened.flatMap((one) => one?.promises ?? []);
  const labels = new Map(opened.flatMap((one) => one?.labels ?? []));
  const filed = await listAcceptedOf<EvidenceFiling>(read, line, 'evidence', shownMaximum);
  const shown = filed.flatMap((one): readonly ShownDeed[] => {
    const label = labels.get(`${one.work.slug} ${one.commitment}`);
    if (one.commitment === null || label === undefined) return [];
    const { number, organisation: by, commitment } = one;
    const filing = presentStanding(one).facts;
    return [{ agreement: one.work.slug, ...label, commitment, number, organisation: by, filing }];
  });
  return accepted({
    organisation,
    day,
    successor: next ? { slug: next.successor, name: next.successorName, on: next.on } : null,
    forerunners: [...(await findOrganisations(read, before)).values()],
    promised,
    shown,
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
  return [...new Map(found.flat().map((work) => [work.slug, work])).values()].slice(0, promisesMaximum);
}

type Label = Pick<ShownDeed, 'agreementTitle' | 'metric' | 'unit'>;

async function promisesIn(
  read: Register['read'],
  agreementSlug: string,
  line: readonly string[],
  day: IsoDate,
): Promise<{
  readonly promises: readonly OwnPromise[];
  /** What its deeds count toward, by agreement and commitment. */
  readonly labels: readonly (readonly [string, Label])[];
} | null> {
  const agreement = await readAgreement(read, agreementSlug, day);
  if (agreement === null || agreement.manifest.provenance === 'model') return null;
  const { manifest, roster, work } = agreement;
  const labels = manifest.commitments.map(
    ({ id, metric, unit }) =>
      [`${agreementSlug} ${id}`, { agreementTitle: manifest.title, metric, unit }] as const,
  );
  const holder = line.map((one) => roster.holderOf(one, day)).find((one) => roster.isParty(one, day));
  if (holder === undefined || manifest.commitments.length === 0) return { promises: [], labels };
  const submissions = await listSubmissions<EvidenceFiling>(read, work.id, { kind: 'evidence' });
  const evidence = submissions.map(countableEvidence);
  const promises = manifest.commitments.map((commitment): OwnPromise => {
    const promised = promisedBy(agreement, commitment);
    const share = ownShare(promised, evidence, commitmentProgress(promised, evidence, day), holder);
    return { work: { type: 'agreements', slug: agreementSlug }, title: manifest.title, commitment, share };
  });
  return { promises, labels };
}
