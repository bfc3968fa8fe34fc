import { closeSpans, hasSpans, insertSpans, noteSpansMade } from '../../../db/commitments.ts';
import type { Connection } from '../../../db/connection.ts';
import { listEditions } from '../../../db/editions.ts';
import { listEvents } from '../../../db/events.ts';
import { beginsAfterMoments } from '../../../db/moments.ts';
import { listEvidenceToCount } from '../../../db/submissions.ts';
import { provincesOf } from '../../catalogue/facets.ts';
import { commitmentProgress } from '../../domain/commitment-progress.ts';
import {
  type CommitmentSpan,
  calendarTurns,
  commitmentSpans,
  type SpanTime,
  spanTime,
  summarise,
} from '../../domain/commitment-span.ts';
import type { Commitment } from '../../domain/edition.ts';
import { countableEvidence, type Evidence } from '../../domain/evidence.ts';
import { givenValue } from '../../domain/fact.ts';
import { dayInThailand, firstDayOf, type Instant, type IsoDate } from '../../domain/iso-date.ts';
import { withdrawalOf } from '../../domain/timeline.ts';
import type { WorkName } from '../../domain/work.ts';
import { toBuddhistEraYear } from '../../thai/buddhist-era.ts';
import { type AgreementOn, promisedBy, readAgreement } from './read-agreement.ts';

type KnownWork = WorkName & { readonly id: number };

/**
 * Says anew how the commitments of an agreement stand from now on, in the transaction of what changed them. How they
 * were listed before stays as it was, so that a list as of a moment has the same rows for ever.
 * @param only id of the one commitment that the change is about, as with evidence; null when all may stand differently
 * @param known the agreement as it stands today, when its parties are as they were; else it is read anew
 */
export async function storeCommitmentsOf(
  transaction: Connection,
  work: KnownWork,
  now: Instant,
  only: string | null = null,
  known: AgreementOn | null = null,
): Promise<void> {
  if (work.type !== 'agreements') return;
  const today = dayInThailand(now);
  const begins = spanTime(await beginsAfterMoments(transaction, now));
  await closeSpans(transaction, work.id, begins, only);
  await storeFrom(transaction, work, { from: today, begins, today, only, known });
}

/**
 * The same for the whole of its past, from all that is known by now, where nothing is said of it yet: for imports, and
 * for a register from before. What was listed already stays.
 */
export async function storeCommitmentHistory(
  transaction: Connection,
  work: KnownWork,
  now: Instant,
): Promise<void> {
  if (work.type !== 'agreements') return;
  if (await hasSpans(transaction, work.id)) return storeCommitmentsOf(transaction, work, now);
  const [first] = await listEditions(transaction, work.id);
  if (first === undefined) return;
  const adopted = givenValue(first.card.adopted)?.start;
  const from = firstDayOf(adopted ?? dayInThailand(first.publishedAt));
  noteSpansMade(transaction, work.id);
  await storeFrom(transaction, work, {
    from,
    begins: from,
    today: dayInThailand(now),
    only: null,
    known: null,
  });
}

type SpansToStore = {
  /** The first day that is counted, and when the first span begins. */
  readonly from: IsoDate;
  readonly begins: SpanTime;
  readonly today: IsoDate;
  /** Id of the one commitment that is meant; null for all. */
  readonly only: string | null;
  /** The agreement as it stands today; null when it is to be read. */
  readonly known: AgreementOn | null;
};

async function storeFrom(
  transaction: Connection,
  work: KnownWork,
  { from, begins, today, only, known }: SpansToStore,
): Promise<void> {
  const events = await listEvents(transaction, work.id);
  if (withdrawalOf(events) !== null) return;
  const current = known ?? (await readAgreement(transaction, work.slug, today));
  if (current === null || current.manifest.provenance === 'model') return;
  const submissions = await listEvidenceToCount(transaction, work.id, only);
  const evidence = Map.groupBy(submissions.map(countableEvidence), ({ commitment }) => commitment);
  const agreements = await agreementsSince(transaction, current, from);
  const turns = turnsOf(agreements, from);
  const provinces = provincesOf(current.manifest);
  const rows = current.manifest.commitments.flatMap((commitment, position) => {
    if (only !== null && commitment.id !== only) return [];
    const own = evidence.get(commitment.id) ?? [];
    const spans = spansOf(commitment, { agreements, evidence: own, turns, from, today });
    return spans.map(({ from: day, until, summary }, index) => ({
      workId: work.id,
      editionId: current.editionId,
      commitment: commitment.id,
      position,
      domain: commitment.domain,
      beYear: beYearOf(givenValue(current.manifest.adopted)?.start ?? null),
      dueOn: givenValue(commitment.due)?.start ?? null,
      provinces,
      begins: index === 0 ? begins : day,
      ends: until,
      summary,
    }));
  });
  await insertSpans(transaction, rows);
}

/** The agreement as of the beginning and of every later day on which another edition stood, in that order. */
async function agreementsSince(
  transaction: Connection,
  current: AgreementOn,
  from: IsoDate,
): Promise<readonly AgreementOn[]> {
  const { slug } = current.work;
  const days = (await listEditions(transaction, current.work.id)).map(({ card, publishedAt }) =>
    firstDayOf(givenValue(card.adopted)?.start ?? dayInThailand(publishedAt)),
  );
  const starts = [...new Set([from, ...days.filter((day) => day > from)])].sort();
  const found: AgreementOn[] = [];
  for (const day of starts) {
    const agreement = day === current.day ? current : await readAgreement(transaction, slug, day);
    if (agreement !== null) found.push(agreement);
  }
  return found;
}

/** Days on which somebody joined, left or succeeded, or on which the register learned of it. */
function turnsOf(agreements: readonly AgreementOn[], from: IsoDate): readonly IsoDate[] {
  const deeds = agreements.flatMap(({ day, partyEdition, successions, organisations }) => [
    day,
    partyEdition.publishedOn as IsoDate,
    ...partyEdition.parties.flatMap(({ actions, knownOn }) => [
      ...(knownOn === undefined ? [] : [knownOn as IsoDate]),
      ...actions.flatMap(({ date }) => datesIn(date)),
    ]),
    ...successions
      .filter(({ predecessor }) => organisations.has(predecessor))
      .map(({ date }) => firstDayOf(date)),
  ]);
  return deeds.filter((day) => day > from);
}

const datesIn = (date: AgreementOn['partyEdition']['adopted']): readonly IsoDate[] => {
  if (date.kind === 'given') return [firstDayOf(date.value.start)];
  return date.kind === 'disputed' ? date.values.map(({ value }) => firstDayOf(value.start)) : [];
};

function spansOf(
  commitment: Commitment,
  given: {
    readonly agreements: readonly AgreementOn[];
    readonly evidence: readonly Evidence[];
    readonly turns: readonly IsoDate[];
    readonly from: IsoDate;
    readonly today: IsoDate;
  },
): readonly CommitmentSpan[] {
  const { agreements, evidence, turns, from, today } = given;
  const acts = evidence.flatMap((one) =>
    one.acts.flatMap((act) => [act.on as IsoDate, ...('facts' in act ? [firstDayOf(act.facts.doneOn)] : [])]),
  );
  const calendar = calendarTurns(commitment, { first: from, last: today });
  return commitmentSpans([...turns, ...acts, ...calendar], from, (day) => {
    const agreement = agreements.findLast((one) => one.day <= day) ?? agreements[0];
    if (agreement === undefined) throw new Error('an agreement without editions has no commitments');
    // A commitment is counted by the text that stood on the day; before the one that brought it, by its first.
    const then = agreement.manifest.commitments.find(({ id }) => id === commitment.id) ?? commitment;
    return summarise(commitmentProgress(promisedBy(agreement, then), evidence, day), evidence);
  });
}

function beYearOf(start: string | null): number | null {
  if (start === null) return null;
  const [year = '', month] = start.split('-');
  return toBuddhistEraYear(Number(year), month === undefined ? null : Number(month));
}
