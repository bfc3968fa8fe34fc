import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mapOrganisationIds } from '../../db/organisations.ts';
import { findSubmission } from '../../db/submissions.ts';
import { findWork, insertWork } from '../../db/works.ts';
import type { CommitmentFilter } from '../../src/domain/commitment-list.ts';
import type { Commitment } from '../../src/domain/edition.ts';
import type { Instant } from '../../src/domain/iso-date.ts';
import { type Decision, decideSubmission } from '../../src/registry/decide-submission.ts';
import { knowAsOf } from '../../src/registry/know-as-of.ts';
import { exportCommitments, listCommitments } from '../../src/registry/list-commitments.ts';
import { listDue } from '../../src/registry/list-due.ts';
import { recordEvent } from '../../src/registry/record-event.ts';
import type { TypedEvidence } from '../../src/registry/steps/read-submission.ts';
import { storeCommitmentHistory } from '../../src/registry/steps/store-commitments.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { timelinePosition } from '../../src/registry/steps/timeline-position.ts';
import { submitEvidence } from '../../src/registry/submit-evidence.ts';
import { readWords } from '../../src/search/words-in-text.ts';
import {
  type AgreementStory,
  agreement,
  agreementManifest,
  aRegisterWithAnAgreement,
  typedDeed,
} from '../support/agreement-story.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { commitmentOf, dated } from '../support/promised.ts';
import { storyBegins } from '../support/register-with.ts';

const morning = '2026-11-25T03:00:00.000Z';
const noon = '2026-11-25T05:00:00.000Z';
const evening = '2026-11-25T11:00:00.000Z';
const later = '2026-12-02T03:00:00.000Z';

let story: AgreementStory;
let room: TestRoom;
beforeEach(async () => {
  story = await aRegisterWithAnAgreement();
  room = aFileRoom();
});
afterEach(() => {
  story.register.close();
  room.remove();
});

async function submit(at: Instant, typed: Partial<TypedEvidence> = {}): Promise<number> {
  const asked = {
    agreement: agreement.slug,
    commitment: 'models',
    organisation: northOrganisation.slug,
    typed: typedDeed(typed),
    upload: null,
  };
  const outcome = await submitEvidence(story.register, room, story.people.editorA, asked, at);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}

async function decide(id: number, kind: Decision['kind'], at: Instant): Promise<void> {
  const position = (await findSubmission(story.register.read, id))?.acts.length ?? 0;
  const decision = { id, kind, reason: 'เหตุผลทดสอบ', position };
  expect(await decideSubmission(story.register, story.people.hub, decision, at)).toMatchObject({ ok: true });
}

async function withdraw(): Promise<void> {
  const { register, people } = story;
  const work = await findWork(register.read, agreement);
  const position = await timelinePosition(register.read, work?.id ?? 0);
  const told = { date: '25 พ.ย. 2569', note: 'เหตุผลทดสอบ', sourceTitle: '', sourceUrl: '' };
  const typed = { kind: 'withdrawn', ...told } as const;
  const done = await recordEvent(register, people.registrar, agreement, { typed, position }, noon);
  expect(done).toMatchObject({ ok: true });
}

/**
 * The list as of a day or an instant, or now. It follows what changed since it was read; each time it must be what
 * somebody reads who reads all of it, as a register object does that nobody asked before.
 */
async function list(
  filter: CommitmentFilter = {},
  text: string | null = null,
  now: Instant = later,
  typed: string | null = null,
) {
  const { query: words } = readWords(typed);
  const known = await knowAsOf(story.register, text, now);
  if (known.kind !== 'known') throw new Error(known.kind);
  const asked = { page: 1, asOf: known.asOf };
  const followed = await listCommitments(story.register, { filter, words }, asked);
  expect(followed).toEqual(await listCommitments({ ...story.register }, { filter, words }, asked));
  return followed;
}
const statesOf = async (text: string | null = null) =>
  (await list({}, text)).rows.map(({ commitment, summary }) => [commitment.id, summary.state]);

/** Another agreement, of another year and domain, whose place and network nobody states. */
async function publishAnother(told: Partial<Commitment> = {}): Promise<void> {
  const work = { type: 'agreements', slug: 'test-other' } as const;
  await story.register.write(async (transaction) => {
    const organisationIds = await mapOrganisationIds(transaction);
    const workId = await insertWork(transaction, work, null, storyBegins);
    const manifest = {
      ...agreementManifest,
      ...work,
      title: 'ข้อตกลงทดสอบอีกฉบับ',
      adopted: dated('2020-03-01'),
      places: [],
      commitments: [commitmentOf({ id: 'late', domain: 'ด้านอื่น', due: dated('2021-06'), ...told })],
    };
    await storeEdition(transaction, { workId, manifest, publishedAt: storyBegins, organisationIds });
    await storeCommitmentHistory(transaction, { id: workId, ...work }, storyBegins);
  });
}

describe('the commitments of the register', () => {
  test('stand in their states, those due first, and each value tells how many it would show', async () => {
    await publishAnother();
    const { total, rows, counts } = await list();
    expect(total).toBe(4);
    expect(rows.map(({ commitment, summary }) => [commitment.id, summary.state])).toEqual([
      ['late', 'overdue'],
      ['models', 'no_data'],
      ['each', 'no_data'],
      ['yearly', 'overdue'],
    ]);
    expect([...counts.state].map(([state, count]) => [state, count.total])).toEqual([
      ['overdue', 2],
      ['no_data', 2],
    ]);
    expect(counts.year.get('2568')).toMatchObject({ total: 3, byState: { no_data: 2, overdue: 1 } });
    expect(counts.province.get('none')?.total).toBe(1);
    expect(counts.province.get('99')?.total).toBe(3);
    expect(counts.domain.get('ด้านทดสอบ')?.total).toBe(1);
  });

  test('are narrowed by every value, and each number is that of the rows it opens', async () => {
    await publishAnother();
    const { counts } = await list();
    for (const [facet, values] of Object.entries(counts)) {
      for (const [value, { total, byState }] of values) {
        expect([facet, value, (await list({ [facet]: value })).total]).toEqual([facet, value, total]);
        for (const [state, number] of Object.entries(byState)) {
          const cell = await list({
            [facet]: value,
            ...(facet !== 'state' && { state }),
          } as CommitmentFilter);
          if (facet !== 'state')
            expect([facet, value, state, cell.total]).toEqual([facet, value, state, number]);
        }
      }
    }
    const narrowed = await list({ state: 'overdue', province: '99' });
    expect(narrowed.total).toBe(1);
    // Its own choice is left out, so that another one can be made.
    expect(narrowed.counts.state.get('no_data')?.total).toBe(2);
    expect(narrowed.counts.province.get('none')?.total).toBe(1);
  });

  test('count accepted evidence by the year in which the deed was done, and only while it is accepted', async () => {
    const id = await submit(morning);
    expect((await list()).counts.evidence.size).toBe(0);
    await decide(id, 'accepted', noon);
    expect([...(await list()).counts.evidence]).toMatchObject([['2569', { total: 1, pieces: 1 }]]);
    expect((await list({ evidence: '2569' })).rows.map(({ commitment }) => commitment.id)).toEqual([
      'models',
    ]);
    await decide(id, 'reversed', evening);
    expect((await list()).counts.evidence.size).toBe(0);
  });

  test('of a model text are none', async () => {
    const work = { type: 'agreements', slug: 'test-model' } as const;
    await story.register.write(async (transaction) => {
      const organisationIds = await mapOrganisationIds(transaction);
      const workId = await insertWork(transaction, work, null, storyBegins);
      const manifest = { ...agreementManifest, ...work, provenance: 'model' as const };
      await storeEdition(transaction, { workId, manifest, publishedAt: storyBegins, organisationIds });
      await storeCommitmentHistory(transaction, { id: workId, ...work }, storyBegins);
    });
    expect((await list()).total).toBe(3);
  });
});

describe('a list that was read before', () => {
  test('shows what is handed in and decided at once, also after one of the past was asked for', async () => {
    await publishAnother();
    expect((await list()).counts.evidence.size).toBe(0);
    const id = await submit(morning, { amount: '3' });
    expect((await list({ state: 'no_data' })).rows[0]?.summary.readings[0]?.pending).toBe(3);
    await list({}, '2026-11-24');
    await decide(id, 'accepted', noon);
    expect((await list({ state: 'complete' })).rows.map(({ commitment }) => commitment.id)).toEqual([
      'models',
    ]);
    await list({}, '2026-11-24');
    await decide(id, 'reversed', evening);
    expect((await list({ state: 'complete' })).total).toBe(0);
  });

  test('holds a new agreement in its place among the others, and a withdrawn one no more', async () => {
    expect((await list()).total).toBe(3);
    await publishAnother();
    expect((await list()).rows.map(({ commitment }) => commitment.id)).toEqual([
      'late',
      'models',
      'each',
      'yearly',
    ]);
    await withdraw();
    expect((await list()).rows.map(({ commitment }) => commitment.id)).toEqual(['late']);
    expect((await list({ province: '99' })).total).toBe(0);
  });

  test('moves on with the calendar', async () => {
    expect((await list({ state: 'overdue' })).total).toBe(1);
    const nextYear = await list({}, null, '2028-02-01T03:00:00.000Z');
    expect(nextYear.asOf.day).toBe('2028-02-01');
    expect((await list({ state: 'overdue' })).asOf.day).toBe('2026-12-02');
  });
});

describe('words', () => {
  const holding = async (typed: string, filter: CommitmentFilter = {}) => {
    const { rows, total, counts } = await list(filter, null, later, typed);
    expect(total).toBe(rows.length);
    return { ids: rows.map(({ commitment }) => commitment.id), counts };
  };

  test('are all in what is counted, in the wording or in the title of the agreement, and facets count what is left', async () => {
    await publishAnother();
    expect((await holding('ทดสอบอีกฉบับ')).ids).toEqual(['late']);
    const all = await list();
    const { ids, counts } = await holding('อีกฉบับ');
    expect([...counts.state.values()].reduce((sum, { total }) => sum + total, 0)).toBe(ids.length);
    expect(all.total).toBeGreaterThan(ids.length);
    expect((await holding('อีกฉบับ', { province: '99' })).ids).toEqual([]);
  });

  test('are the same in either kind of digit and by another name, and never part of another word', async () => {
    await publishAnother({ textAsWritten: 'อบต. จัดเวทีข่าว ๑๒ ครั้ง ภายในปี ๒๕๖๐' });
    for (const typed of ['12 ครั้ง', '๑๒ ครั้ง', 'องค์การบริหารส่วนตำบล', '2017', '"เวทีข่าว"', 'ภายใน เวทีข่าว']) {
      expect([typed, (await holding(typed)).ids]).toEqual([typed, ['late']]);
    }
    for (const typed of ['ข้าว', '2018', '"ข่าวเวที"', 'เวที ไม่มีคำนี้']) {
      expect([typed, (await holding(typed)).ids]).toEqual([typed, []]);
    }
  });
});

describe('a list as of a moment', () => {
  test('has the same rows after a decision of the same day, and that of the evening has the new ones', async () => {
    const id = await submit(morning, { amount: '3' });
    const before = await statesOf('2026-11-25T11:00:00.000+07:00');
    await decide(id, 'accepted', noon);
    const after = await statesOf('2026-11-25T13:00:00.000+07:00');
    await decide(id, 'reversed', evening);
    expect(await statesOf('2026-11-25T11:00:00.000+07:00')).toEqual(before);
    expect(await statesOf('2026-11-25T13:00:00.000+07:00')).toEqual(after);
    expect([before[0], after[0]]).toEqual([
      ['models', 'no_data'],
      ['models', 'complete'],
    ]);
    expect((await statesOf('2026-11-25'))[0]).toEqual(['models', 'no_data']);
    expect(await statesOf('2026-11-24')).toEqual(before);
  });

  test('holds nothing of an agreement that the register did not know by then', async () => {
    const asOf = await knowAsOf(story.register, null, later);
    if (asOf.kind !== 'known') throw new Error(asOf.kind);
    const before = await exportCommitments(story.register, { filter: {}, words: null }, asOf.asOf);
    await publishAnother();
    expect(await exportCommitments(story.register, { filter: {}, words: null }, asOf.asOf)).toEqual(before);
    expect((await list()).total).toBe(4);
  });
});

describe('what is due', () => {
  test('of an organisation is what it keeps as a party', async () => {
    const due = async (organisation: string) => {
      const found = await listDue(story.register, { organisation }, later);
      return found.ok ? found.value.rows.map(({ commitment }) => commitment.id) : found.refusal.code;
    };
    expect(await due(northOrganisation.slug)).toEqual(['models', 'each', 'yearly']);
    expect(await due(hubOrganisation.slug)).toEqual(['models', 'each', 'yearly']);
    expect(await due(southOrganisation.slug)).toEqual([]);
    expect(await due('no-such')).toBe('organisation_not_found');
    expect(await listDue(story.register, { network: 'no-such' }, later)).toMatchObject({
      refusal: { code: 'network_not_found' },
    });
  });
});
