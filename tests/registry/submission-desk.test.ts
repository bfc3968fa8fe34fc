import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAssessments } from '../../db/assessments.ts';
import { findWork } from '../../db/works.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { correctSubmission } from '../../src/registry/correct-submission.ts';
import { type Decision, decideSubmission } from '../../src/registry/decide-submission.ts';
import { listAssessable } from '../../src/registry/list-assessable.ts';
import { listAudit } from '../../src/registry/list-audit.ts';
import { findOpenAgreements, listOpenPlaces } from '../../src/registry/list-open-places.ts';
import { listOwnCommitments } from '../../src/registry/list-own-commitments.ts';
import { listOwnSubmissions } from '../../src/registry/list-own-submissions.ts';
import { listWaitingSubmissions } from '../../src/registry/list-waiting-submissions.ts';
import { openAssessments } from '../../src/registry/open-assessments.ts';
import { openEvidenceForm } from '../../src/registry/open-evidence-form.ts';
import { openPlaceClaim } from '../../src/registry/open-place-claim.ts';
import { openSubmission } from '../../src/registry/open-submission.ts';
import { openSubmissionFile } from '../../src/registry/open-submission-file.ts';
import { recordAssessment } from '../../src/registry/record-assessment.ts';
import { retractAssessment } from '../../src/registry/retract-assessment.ts';
import type { TypedAssessment } from '../../src/registry/steps/read-assessment.ts';
import { upgradeOrganisation } from '../../src/registry/upgrade-organisation.ts';
import { aPng } from '../files/hostile-files.ts';
import {
  type AgreementStory,
  agreement,
  aRegisterWithAnAgreement,
  claimPlaceOf,
  handInDeed,
  idOf,
  typedDeed,
} from '../support/agreement-story.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';

const now = '2026-11-25T03:00:00.000Z';
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

async function submitted(
  who: Actor,
  more: Parameters<typeof typedDeed>[0] = {},
  at = now,
  { commitment = 'models', file }: { readonly commitment?: string; readonly file?: Uint8Array } = {},
) {
  return idOf(
    await handInDeed(story, room, who, at, { typed: typedDeed(more), commitment, ...(file && { file }) }),
  );
}
const claimed = async (who: Actor) => idOf(await claimPlaceOf(story, room, who, now));
const decide = (who: Actor, id: number, kind: Decision['kind'], reason = '', position = 1) =>
  decideSubmission(story.register, who, { id, kind, reason, position }, now);
const waitingFor = async (who: Actor) => {
  const { waiting, total } = await listWaitingSubmissions(story.register, who, now);
  return { ids: waiting.map(({ id }) => id), total };
};
const opened = async (who: Actor, id: number) => {
  const page = await openSubmission(story.register, who, id, now);
  if (!page.ok) throw new Error(page.refusal.code);
  return page.value;
};

describe('what waits for a decision', () => {
  test('is shown to those who take it, the longest waiting first, and to nobody else', async () => {
    const late = await submitted(story.people.editorA, { title: 'ชิ้นหลัง' }, '2026-11-24T05:00:00.000Z');
    const early = await submitted(story.people.editorA, {}, '2026-11-23T05:00:00.000Z');
    expect(await waitingFor(story.people.hub)).toEqual({ ids: [early, late], total: 2 });
    expect(await waitingFor(story.people.registrar)).toEqual({ ids: [early, late], total: 2 });
    for (const who of [story.people.editorA, story.people.publisherA, story.people.publisherB]) {
      expect(await waitingFor(who)).toEqual({ ids: [], total: 0 });
    }
    await decide(story.people.hub, early, 'accepted');
    expect(await waitingFor(story.people.hub)).toEqual({ ids: [late], total: 1 });
  });

  test('leaves out what is one’s own', async () => {
    const own = await submitted(story.people.registrar);
    expect((await waitingFor(story.people.registrar)).ids).toEqual([]);
    expect((await waitingFor(story.people.hub)).ids).toEqual([own]);
  });

  test('is one’s own as long as nobody else corrects it, whatever is decided', async () => {
    const { register, people } = story;
    const id = await submitted(people.registrar);
    await decide(people.hub, id, 'accepted');
    await decide(people.hub, id, 'reversed', 'เหตุผลทดสอบ', 2);
    expect((await waitingFor(people.registrar)).ids).toEqual([]);
    const typed = typedDeed({ title: 'แก้แล้ว' });
    const correction = { id, position: 3, typed, upload: null, dropsFile: false };
    expect(await correctSubmission(register, room, people.editorA, correction, now)).toMatchObject({
      ok: true,
    });
    expect((await waitingFor(people.registrar)).ids).toEqual([id]);
  });
});

describe('the commitments of an organisation', () => {
  test('are those of the agreements it promised, each with what it has shown itself', async () => {
    const id = await submitted(story.people.editorA, { amount: '2' }, now, { commitment: 'each' });
    await decide(story.people.hub, id, 'accepted');
    await submitted(story.people.editorA, { title: 'รออยู่' }, now, { commitment: 'each' });
    const mine = await listOwnCommitments(story.register, story.people.editorA, 1, now);
    expect(mine.agreements.map(({ slug, organisation, isParty }) => [slug, organisation, isParty])).toEqual([
      [agreement.slug, north, true],
    ]);
    const each = mine.agreements[0]?.commitments.find(({ commitment }) => commitment.id === 'each');
    expect(each?.share).toMatchObject({
      accepted: 2,
      waiting: 1,
      readings: [{ scope: 'each_party', units: [{ unit: north, count: 2, state: 'complete' }] }],
    });
    expect((await listOwnCommitments(story.register, story.people.editorB, 1, now)).total).toBe(0);
  });

  test('stay with it when it takes the place of another', async () => {
    const details = {
      name: 'เทศบาลตำบลทดสอบเหนือ',
      shortName: null,
      slug: 'municipality-test-north',
      source: null,
    };
    const upgraded = await upgradeOrganisation(
      story.register,
      story.people.registrar,
      north,
      { kind: 'subdistrict_municipality', ...details, on: '2026-01-01' as IsoDate },
      now,
    );
    if (!upgraded.ok) throw new Error(JSON.stringify(upgraded.refusal));
    const officer: Actor = {
      userId: story.people.editorA.userId,
      memberships: [{ role: 'editor', organisation: 'municipality-test-north' }],
    };
    const mine = await listOwnCommitments(story.register, officer, 1, now);
    expect(mine.agreements).toMatchObject([{ organisation: 'municipality-test-north', isParty: true }]);
    const form = await openEvidenceForm(
      story.register,
      officer,
      { agreement: agreement.slug, commitment: 'each' },
      '',
      now,
    );
    expect(form.ok && form.value.organisations.map(({ slug }) => slug).toSorted()).toEqual([
      'municipality-test-north',
      north,
    ]);
  });
});

describe('places without a name', () => {
  test('are offered to organisations of the area that are no party yet, and found by name by anybody', async () => {
    const offered = async (who: Actor) =>
      (await listOpenPlaces(story.register, who, now)).map(({ slug, unnamed }) => [slug, unnamed]);
    expect(await offered(story.people.editorB)).toEqual([[agreement.slug, 3]]);
    expect(await offered(story.people.editorA)).toEqual([]);
    expect(await offered(story.people.registrar)).toEqual([]);
    expect(await findOpenAgreements(story.register, story.people.editorB, 'เครือข่ายทดสอบ', now)).toMatchObject(
      [{ slug: agreement.slug, unnamed: 3, mayAssess: false }],
    );
    const form = await openPlaceClaim(story.register, story.people.editorB, agreement.slug, '', now);
    expect(form.ok && form.value).toMatchObject({
      roles: ['hub', 'member'],
      organisations: [{ slug: south, isParty: false }],
    });
  });
});

test('agreements that one publishes for are offered to record judgements, to a registrar all, and to others none', async () => {
  const offered = async (who: Actor) =>
    (await listAssessable(story.register, who, 1)).agreements.map(({ slug }) => slug);
  expect(await offered(story.people.hub)).toEqual([agreement.slug]);
  expect(await offered(story.people.registrar)).toEqual([agreement.slug]);
  expect(await offered(story.people.publisherA)).toEqual([]);
  expect(await listAssessable(story.register, story.people.hub, 2)).toEqual({ agreements: [], total: 1 });
});

describe('a submission', () => {
  test('says what accepting it would change, and what taking the decision back would', async () => {
    const id = await submitted(story.people.editorA, { amount: '3' });
    const waiting = await opened(story.people.hub, id);
    expect(waiting.decisions).toEqual(['accepted', 'returned']);
    expect(waiting.effect).toMatchObject({
      kind: 'evidence',
      before: 'no_data',
      after: 'complete',
      changes: [{ scope: 'network', unit: null, before: 0, after: 3 }],
    });
    await decide(story.people.hub, id, 'accepted');
    const counted = await opened(story.people.hub, id);
    expect(counted.decisions).toEqual(['reversed']);
    expect(counted.effect).toMatchObject({ after: 'no_data', changes: [{ before: 3, after: 0 }] });
  });

  test('that takes a place says how many parties would be named', async () => {
    const id = await claimed(story.people.publisherB);
    const { effect } = await opened(story.people.hub, id);
    expect(effect).toMatchObject({
      kind: 'accession',
      named: { before: 2, after: 3 },
      claims: [{ before: 2, after: 3 }],
    });
    await decide(story.people.hub, id, 'accepted');
    expect((await opened(story.people.hub, id)).effect).toMatchObject({ named: { before: 3, after: 2 } });
  });

  test('and its file are there for its organisation and for who decides, and for nobody else', async () => {
    const id = await submitted(story.people.editorA, {}, now, { file: await aPng() });
    for (const who of [
      story.people.editorA,
      story.people.publisherA,
      story.people.hub,
      story.people.registrar,
    ]) {
      expect(await openSubmissionFile(story.register, who, id, 'หลักฐาน.png', now)).toMatchObject({
        ok: true,
      });
    }
    expect(await openSubmission(story.register, story.people.publisherB, id, now)).toMatchObject({
      refusal: { code: 'submission_not_found' },
    });
    expect(
      await openSubmissionFile(story.register, story.people.publisherB, id, 'หลักฐาน.png', now),
    ).toMatchObject({
      refusal: { code: 'submission_not_found' },
    });
    expect(await openSubmissionFile(story.register, story.people.hub, id, 'อื่น.png', now)).toMatchObject({
      refusal: { code: 'attachment_not_found' },
    });
  });

  test('is found by its organisation with its state and the reason of a return', async () => {
    const id = await submitted(story.people.editorA);
    await decide(story.people.hub, id, 'returned', 'ภาพไม่ชัด');
    const { submissions, total } = await listOwnSubmissions(story.register, story.people.publisherA, 1);
    expect(total).toBe(1);
    expect(submissions).toMatchObject([
      { id, state: 'returned', reason: 'ภาพไม่ชัด', metric: 'แบบอย่างทดสอบ', deed: 'จัดทำแบบอย่างทดสอบ' },
    ]);
    expect((await listOwnSubmissions(story.register, story.people.publisherB, 1)).total).toBe(0);
    const entered = await submitted(story.people.registrar, { title: 'จากนายทะเบียน' });
    expect((await listOwnSubmissions(story.register, story.people.registrar, 1)).submissions).toMatchObject([
      { id: entered },
    ]);
  });
});

describe('an assessment from outside', () => {
  const typed = (more: Partial<TypedAssessment> = {}): TypedAssessment => ({
    commitment: 'models',
    value: 'limited',
    assessor: 'คณะผู้ประเมินทดสอบ',
    independent: 'yes',
    date: '๑ ตุลาคม ๒๕๖๙',
    sourceTitle: 'รายงานประเมินทดสอบ',
    sourceUrl: 'https://example.org/report',
    note: '',
    ...more,
  });
  const record = (who: Actor, more: Partial<TypedAssessment> = {}) =>
    recordAssessment(story.register, who, { agreement: agreement.slug, typed: typed(more) }, now);
  const standing = async () => {
    const work = await findWork(story.register.read, agreement);
    return listAssessments(story.register.read, work?.id ?? 0);
  };

  test('is recorded by who publishes for the steward, once, and leaves a line in the audit trail', async () => {
    const first = await record(story.people.hub);
    expect(first).toMatchObject({ ok: true });
    expect(await record(story.people.hub)).toEqual(first);
    expect(await standing()).toMatchObject([
      { commitment: 'models', value: 'limited', isIndependent: true, date: { start: '2026-10-01' } },
    ]);
    const audit = await listAudit(story.register, story.people.registrar, {}, 1);
    expect(audit.ok && audit.value.rows.map(({ action }) => action)).toContain('assessment.recorded');
  });

  test('is retracted with a reason, once, and is kept nowhere but in the register', async () => {
    const made = await record(story.people.registrar);
    const id = made.ok ? made.value.id : 0;
    const retract = (reason: string) =>
      retractAssessment(story.register, story.people.hub, { agreement: agreement.slug, id, reason }, now);
    expect(await retract(' ')).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field: 'reason', reason: 'required' }] },
    });
    expect(await retract('ผู้ประเมินแก้รายงาน')).toEqual({ ok: true, value: null });
    expect(await retract('อีกครั้ง')).toMatchObject({ refusal: { code: 'assessment_not_found' } });
    expect(await standing()).toEqual([]);
  });

  test.each([
    [{ value: 'perfect' }, 'value', 'not_in_list'],
    [{ commitment: 'none' }, 'commitment', 'not_in_list'],
    [{ assessor: '' }, 'assessor', 'required'],
    [{ independent: '' }, 'independent', 'not_in_list'],
    [{ assessor: hubOrganisation.name }, 'independent', 'not_independent'],
    [{ date: '' }, 'date', 'required'],
    [{ sourceTitle: '', sourceUrl: '' }, 'sourceTitle', 'required'],
    [{ note: 'โทร 081-234-5678' }, 'note', 'personal_data_here'],
  ])('with %o is refused at its field', async (more, field, reason) => {
    expect(await record(story.people.hub, more)).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field, reason }] },
    });
    expect(await standing()).toEqual([]);
  });

  test('is no business of a party or of another hub', async () => {
    for (const who of [story.people.editorA, story.people.publisherA, story.people.publisherB]) {
      expect(await record(who)).toEqual({ ok: false, refusal: { code: 'not_permitted' } });
      expect(await openAssessments(story.register, who, agreement.slug, now)).toMatchObject({ ok: false });
    }
  });
});
