import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPublicFile } from '../../db/attachments.ts';
import { findSubmission } from '../../db/submissions.ts';
import type { EvidenceFiling } from '../../src/domain/evidence.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { claimPlace } from '../../src/registry/claim-place.ts';
import { correctSubmission } from '../../src/registry/correct-submission.ts';
import { type Decision, decideSubmission } from '../../src/registry/decide-submission.ts';
import { openCommitments } from '../../src/registry/open-commitments.ts';
import { openParties } from '../../src/registry/open-parties.ts';
import { sweepFiles } from '../../src/registry/sweep-files.ts';
import { aPng } from '../files/hostile-files.ts';
import {
  type AgreementStory,
  agreement,
  aRegisterWithAnAgreement,
  claimPlaceOf,
  handInDeed,
  idOf,
  typedDeed,
  typedPlace,
} from '../support/agreement-story.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';

const now = '2026-11-25T03:00:00.000Z';
const later = '2026-11-27T03:00:00.000Z';
const north = northOrganisation.slug;
const south = southOrganisation.slug;

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

type Deed = { readonly commitment?: string; readonly organisation?: string; readonly file?: Uint8Array };

const submit = (who: Actor, typed = typedDeed(), more: Deed = {}) =>
  handInDeed(story, room, who, now, { typed, ...more });
const submitted = async (who: Actor, typed = typedDeed(), more: Deed = {}): Promise<number> =>
  idOf(await submit(who, typed, more));
const claim = (who: Actor, organisation = south) => claimPlaceOf(story, room, who, now, organisation);
async function decide(who: Actor, id: number, kind: Decision['kind'], reason = '', at = now) {
  const position = (await findSubmission(story.register.read, id))?.acts.length ?? 0;
  return decideSubmission(story.register, who, { id, kind, reason, position }, at);
}
async function commitment(id: string, day: string | null = null) {
  const opened = await openCommitments(story.register, agreement.slug, day, later);
  const page = opened.ok && opened.value.kind === 'page' ? opened.value.page : null;
  const found = page?.commitments.find((one) => one.commitment.id === id);
  if (!found) throw new Error(`no commitment ${id}`);
  return found;
}
const countOf = async (id: string, day: string | null = null) =>
  (await commitment(id, day)).progress.readings[0]?.units.map(({ unit, count, pending }) => [
    unit,
    count,
    pending,
  ]);
async function partyCount(day: string | null = null) {
  const opened = await openParties(story.register, agreement.slug, day, later);
  const page = opened.ok && opened.value.kind === 'page' ? opened.value.page : null;
  return page?.table.claims.map(({ named, unnamed }) => [named, unnamed])[0];
}
const spans = () =>
  story.register.read.all<{ commitment: string; begins: string; ends: string; state: string }>(
    sql`SELECT commitment, begins, ends, state FROM commitment_spans ORDER BY commitment, begins`,
  );

describe('a deed that a member hands in', () => {
  test('counts once the hub has accepted it, and from that day', async () => {
    const id = await submitted(story.people.editorA, typedDeed({ amount: '2' }));
    expect(await countOf('models')).toEqual([[null, 0, 2]]);
    expect(await commitment('models')).toMatchObject({ evidence: [], waiting: 1 });
    expect(await decide(story.people.hub, id, 'accepted')).toEqual({ ok: true, value: null });
    expect(await countOf('models')).toEqual([[null, 2, 0]]);
    expect(await countOf('models', '2026-11-24')).toEqual([[null, 0, 0]]);
    expect(await countOf('models', '2026-11-25')).toEqual([[null, 2, 0]]);
    const { evidence, progress } = await commitment('models');
    expect(progress.state).toBe('partial');
    expect(evidence).toMatchObject([
      {
        number: 1,
        organisation: north,
        amount: 2,
        doneOn: '2026-01-10',
        filing: { title: 'จัดทำแบบอย่างทดสอบ', date: { textAsWritten: '๑๐ มกราคม ๒๕๖๙' } },
        accepted: { on: '2026-11-25', by: hubOrganisation.slug },
      },
    ]);
    expect(spans().filter((span) => span.commitment === 'models')).toEqual([
      { commitment: 'models', begins: '2025-06-01', ends: '2026-11-25T10:00:00.000', state: 'no_data' },
      { commitment: 'models', begins: '2026-11-25T10:00:00.000', ends: '9999-12-31', state: 'partial' },
    ]);
  });

  test('that is returned does not count, is corrected, and counts after another decision', async () => {
    const id = await submitted(story.people.editorA);
    expect(await decide(story.people.hub, id, 'returned')).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field: 'reason', reason: 'required' }] },
    });
    expect(await decide(story.people.hub, id, 'returned', 'ภาพไม่ชัด')).toMatchObject({ ok: true });
    expect(await countOf('models')).toEqual([[null, 0, 0]]);
    const correction = { id, position: 2, typed: typedDeed({ amount: '3' }), upload: null, dropsFile: false };
    expect(await correctSubmission(story.register, room, story.people.editorB, correction, now)).toEqual({
      ok: false,
      refusal: { code: 'submission_not_found' },
    });
    expect(await correctSubmission(story.register, room, story.people.editorA, correction, now)).toEqual({
      ok: true,
      value: null,
    });
    expect(await correctSubmission(story.register, room, story.people.editorA, correction, now)).toEqual({
      ok: false,
      refusal: { code: 'submission_changed' },
    });
    await decide(story.people.hub, id, 'accepted');
    expect(await countOf('models')).toEqual([[null, 3, 0]]);
    expect((await commitment('models')).progress.state).toBe('complete');
  });

  test('is decided by nobody of its own: neither who handed it in, nor its organisation', async () => {
    const own = await submitted(story.people.editorA);
    expect(await decide(story.people.publisherA, own, 'accepted')).toMatchObject({
      refusal: { code: 'not_permitted' },
    });
    const entered = await submitted(story.people.registrar, typedDeed({ title: 'จากนายทะเบียน' }));
    expect(await decide(story.people.registrar, entered, 'accepted')).toMatchObject({
      refusal: { code: 'own_submission' },
    });
    const ofHub = await submitted(story.people.hub, typedDeed(), { organisation: hubOrganisation.slug });
    expect(await decide(story.people.otherHub, ofHub, 'accepted')).toMatchObject({
      refusal: { code: 'own_submission' },
    });
    expect(await decide(story.people.registrar, ofHub, 'accepted')).toMatchObject({ ok: true });
    expect((await commitment('models')).evidence.map(({ accepted }) => accepted.by)).toEqual([null]);
    expect(await decide(story.people.publisherB, own, 'accepted')).toMatchObject({
      refusal: { code: 'submission_not_found' },
    });
  });

  test('sent twice is one, and decided twice at once by one winner', async () => {
    const first = await submitted(story.people.editorA);
    expect(await submitted(story.people.editorA)).toBe(first);
    const [a, b] = await Promise.all([
      decideSubmission(
        story.register,
        story.people.hub,
        { id: first, kind: 'accepted', reason: '', position: 1 },
        now,
      ),
      decideSubmission(
        story.register,
        story.people.otherHub,
        { id: first, kind: 'returned', reason: 'ซ้ำ', position: 1 },
        now,
      ),
    ]);
    expect([a.ok, b.ok]).toEqual([true, false]);
    expect((await findSubmission(story.register.read, first))?.acts.map(({ kind }) => kind)).toEqual([
      'submitted',
      'accepted',
    ]);
  });

  test('whose decision is taken back waits again, and its facts are not public any more', async () => {
    const id = await submitted(story.people.editorA);
    await decide(story.people.hub, id, 'accepted');
    await decide(story.people.hub, id, 'reversed', 'รับผิดรายการ', later);
    expect(await countOf('models')).toEqual([[null, 0, 1]]);
    expect(await countOf('models', '2026-11-26')).toEqual([[null, 1, 0]]);
    expect((await commitment('models', '2026-11-26')).evidence).toMatchObject([{ amount: 1, filing: null }]);
  });

  test.each([
    [{ title: '' }, 'title', 'required'],
    [{ date: '' }, 'date', 'required'],
    [{ date: 'เมื่อวาน' }, 'date', 'not_a_date'],
    [{ date: '1 มกราคม 2571' }, 'date', 'not_past'],
    [{ amount: '0' }, 'amount', 'not_a_number'],
    [{ place: '123456' }, 'place', 'unknown_place'],
    [{ work: 'charters/none' }, 'work', 'unknown_work'],
    [{ sourceUrl: 'javascript:alert(1)' }, 'sourceUrl', 'bad_link'],
    [{ sourceTitle: '', sourceUrl: '' }, 'proof', 'required'],
    [{ note: 'โทร 081-234-5678' }, 'note', 'personal_data_here'],
  ])('with %o is refused at its field, and nothing is kept', async (typed, field, reason) => {
    expect(await submit(story.people.editorA, typedDeed(typed))).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field, reason }] },
    });
    expect(story.register.read.all(sql`SELECT 1 FROM submissions`)).toEqual([]);
  });

  test('may be proved by a work of the register, given by its address', async () => {
    const typed = typedDeed({
      sourceTitle: '',
      sourceUrl: '',
      work: 'https://example.org/agreements/test-network#cl-1',
    });
    const id = await submitted(story.people.editorA, typed);
    const found = await findSubmission<EvidenceFiling>(story.register.read, id);
    expect(found?.acts[0]?.facts?.work).toBe('agreements/test-network');
  });

  test('of an organisation that was no party then, or of a commitment that is not there, is refused', async () => {
    expect(await submit(story.people.editorB, typedDeed(), { organisation: south })).toMatchObject({
      refusal: { code: 'not_a_party', organisation: south },
    });
    expect(await submit(story.people.editorA, typedDeed({ date: '2567' }))).toMatchObject({
      refusal: { code: 'not_a_party' },
    });
    expect(await submit(story.people.editorA, typedDeed(), { commitment: 'none' })).toMatchObject({
      refusal: { code: 'commitment_not_found' },
    });
    expect(await submit(story.people.editorB)).toMatchObject({ refusal: { code: 'not_permitted' } });
  });

  test('has a file that is public while it is accepted, and is swept away by nothing', async () => {
    const id = await submitted(story.people.editorA, typedDeed(), { file: await aPng() });
    const filing = (await findSubmission<EvidenceFiling>(story.register.read, id))?.acts[0]?.facts;
    const { sha256 = '', name = '' } = filing?.file ?? {};
    expect(name).toBe('หลักฐาน.png');
    expect(await findPublicFile(story.register.read, sha256, name)).toBe(null);
    await decide(story.people.hub, id, 'accepted');
    expect(await findPublicFile(story.register.read, sha256, name)).toMatchObject({ sha256 });
    await sweepFiles(story.register, room.store, Date.now() + 10 * 86_400_000);
    expect(await room.store.check(sha256)).toBe('whole');
    await decide(story.people.hub, id, 'reversed', 'ภาพผิด');
    expect(await findPublicFile(story.register.read, sha256, name)).toBe(null);
  });
});

describe('a place among the parties', () => {
  test('that the sources leave unnamed is taken once the hub confirms it, and counts on every day since', async () => {
    expect(await partyCount()).toEqual([2, 3]);
    const claimed = await claim(story.people.publisherB);
    if (!claimed.ok) throw new Error(claimed.refusal.code);
    expect(await partyCount()).toEqual([2, 3]);
    await decide(story.people.hub, claimed.value.id, 'accepted');
    expect(await partyCount()).toEqual([3, 2]);
    expect(await partyCount('2025-06-01')).toEqual([3, 2]);
    expect(await partyCount('2025-05-31')).toEqual([0, 5]);
    const opened = await openParties(story.register, agreement.slug, null, later);
    const page = opened.ok && opened.value.kind === 'page' ? opened.value.page : null;
    expect(page?.table.rows.find(({ organisation }) => organisation === south)?.accession).toBe(1);
    expect(page?.accessions.get(1)).toMatchObject({
      accepted: { on: '2026-11-25', by: hubOrganisation.slug },
      file: { name: 'ลงนาม.png' },
    });
    expect(await countOf('each')).toEqual([
      [hubOrganisation.slug, 0, 0],
      [north, 0, 0],
      [south, 0, 0],
    ]);
    expect(await submit(story.people.editorB, typedDeed(), { organisation: south })).toMatchObject({
      ok: true,
    });
    expect(await claim(story.people.publisherB)).toMatchObject({ refusal: { code: 'party_already' } });
  });

  test('is claimed for one’s own organisation only, and with a scan', async () => {
    expect(await claim(story.people.publisherA)).toMatchObject({ refusal: { code: 'not_permitted' } });
    const asked = { agreement: agreement.slug, organisation: south, typed: typedPlace(), upload: null };
    expect(await claimPlace(story.register, room, story.people.publisherB, asked, now)).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field: 'file', reason: 'required' }] },
    });
    const funder = {
      ...asked,
      typed: typedPlace({ role: 'funder' }),
      upload: await room.upload(await aPng(), 'a.png'),
    };
    expect(await claimPlace(story.register, room, story.people.publisherB, funder, now)).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field: 'role', reason: 'not_in_list' }] },
    });
  });
});

test('what was handed in and done with it is never changed and never deleted', () => {
  const { read } = story.register;
  for (const table of ['submissions', 'submission_acts', 'assessments', 'assessment_retractions']) {
    const triggers = read.all<{ name: string }>(
      sql`SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ${table} AND sql LIKE '%RAISE(ABORT%'`,
    );
    expect([table, triggers.length]).toEqual([table, 2]);
  }
});
