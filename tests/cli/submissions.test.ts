import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { insertAssessment } from '../../db/assessments.ts';
import { openRegister } from '../../db/connection.ts';
import { findSubmission } from '../../db/submissions.ts';
import { findWork } from '../../db/works.ts';
import { run } from '../../src/cli/run.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { claimPlace } from '../../src/registry/claim-place.ts';
import { correctSubmission } from '../../src/registry/correct-submission.ts';
import { type Decision, decideSubmission } from '../../src/registry/decide-submission.ts';
import { openCommitments } from '../../src/registry/open-commitments.ts';
import { openParties } from '../../src/registry/open-parties.ts';
import { submitEvidence } from '../../src/registry/submit-evidence.ts';
import { aPng } from '../files/hostile-files.ts';
import {
  type AgreementStory,
  agreement,
  aRegisterWithAnAgreement,
  typedDeed,
  typedPlace,
} from '../support/agreement-story.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import { northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { dated } from '../support/promised.ts';

const [north, south] = [northOrganisation.slug, southOrganisation.slug];
const at = (day: number, hour = 3) => `2026-11-${day}T0${hour}:00:00.000Z`;
const days = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29'];
const readOn = '2026-11-30T03:00:00.000Z';
const file = join('agreements', agreement.slug, 'submissions.yaml');

let root: string;
let before: unknown;
let shot: string;

/** Accepted with a file; accepted after a return; taken back; corrected and not decided yet; waiting; a place; judged. */
async function tell(story: AgreementStory, room: TestRoom): Promise<void> {
  const { register, people } = story;
  const submit = async (title: string, day: number, bytes: Uint8Array | null = null, amount = '1') => {
    const upload = bytes && (await room.upload(bytes, 'ภาพ.png'));
    const typed = typedDeed({ title, amount, note: `หมายเหตุของ ${title}` });
    const asked = { agreement: agreement.slug, commitment: 'models', organisation: north, typed, upload };
    const done = await submitEvidence(register, room, people.editorA, asked, at(day));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
    return done.value.id;
  };
  const decide = async (id: number, kind: Decision['kind'], day: number, reason = '') => {
    const position = (await findSubmission(register.read, id))?.acts.length ?? 0;
    const done = await decideSubmission(register, people.hub, { id, kind, reason, position }, at(day));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  };
  const correct = async (who: Actor, id: number, day: number, title: string, amount: string) => {
    const position = (await findSubmission(register.read, id))?.acts.length ?? 0;
    const typed = typedDeed({ title, amount });
    const correction = { id, position, typed, upload: null, dropsFile: false };
    const done = await correctSubmission(register, room, who, correction, at(day));
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  };
  const shown = await submit('มีภาพ', 25, aPng());
  await decide(shown, 'accepted', 26);
  const better = await submit('คำเดิมที่ส่งคืน', 25, null, '4');
  await decide(better, 'returned', 26, 'เหตุผลที่ไม่เปิดเผย');
  await correct(people.editorA, better, 27, 'คำใหม่', '2');
  await decide(better, 'accepted', 28);
  const back = await submit('รับแล้วเพิกถอน', 25, null, '5');
  await decide(back, 'accepted', 26);
  await decide(back, 'reversed', 28, 'เหตุผลลับ');
  const open = await submit('รับแล้วแก้', 25, null, '6');
  await decide(open, 'accepted', 26);
  await correct(people.editorA, open, 27, 'คำที่ยังไม่รับ', '7');
  await submit('ยังรอ', 25, aPng(2, 3), '8');
  const upload = await room.upload(aPng(3, 2), 'ลงนาม.png');
  const asked = { agreement: agreement.slug, organisation: south, typed: typedPlace(), upload };
  const claimed = await claimPlace(register, room, people.publisherB, asked, at(26));
  if (!claimed.ok) throw new Error(JSON.stringify(claimed.refusal));
  await decide(claimed.value.id, 'accepted', 27);
  const date = dated('2026-11-20');
  if (date.kind !== 'given') throw new Error('no date');
  await register.write(async (transaction) => {
    const work = await findWork(transaction, agreement);
    const assessment = {
      commitment: 'each',
      value: 'limited',
      assessor: 'สถาบันทดสอบ',
      isIndependent: true,
      date: date.value,
      source: { title: 'รายงานทดสอบ', url: null },
      note: null,
    } as const;
    const by = { userId: people.registrar.userId, at: at(28) };
    await insertAssessment(transaction, work?.id ?? 0, assessment, by);
  });
}

/** Every count of accepted deeds and every number of parties, day by day. */
async function counts(data: string): Promise<unknown> {
  const register = openRegister({ file: join(data, 'registry.db') });
  try {
    const told = [];
    for (const day of days) {
      const opened = await openCommitments(register, agreement.slug, day, readOn);
      const parties = await openParties(register, agreement.slug, day, readOn);
      if (!opened.ok || opened.value.kind !== 'page') throw new Error('no page');
      if (!parties.ok || parties.value.kind !== 'page') throw new Error('no table');
      told.push({
        day,
        commitments: opened.value.page.commitments.map(({ progress, evidence, assessments }) => ({
          states: progress.state,
          counts: progress.readings.map(({ units }) => units.map(({ unit, count }) => [unit, count])),
          evidence,
          assessed: assessments.map(({ id: _id, ...one }) => one),
        })),
        parties: parties.value.page.table.rows.map(({ organisation, state }) => [organisation, state]),
      });
    }
    return told;
  } finally {
    register.close();
  }
}

async function registry(...words: readonly string[]) {
  const said = { stdout: '', stderr: '' };
  const listeners = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      said[stream] += String(text);
      return true;
    }),
  );
  const status = await run(words);
  for (const listener of listeners) listener.mockRestore();
  return { status, ...said };
}

const filesIn = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path))]),
  );

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'submissions-cli-'));
  const data = join(root, 'data');
  const story = await aRegisterWithAnAgreement(join(data, 'registry.db'));
  const room = aFileRoom(data);
  await tell(story, room);
  const [row] = story.register.read.all<{ sha256: string }>(
    'SELECT sha256 FROM submission_files WHERE act_id = 1',
  );
  shot = row?.sha256 ?? '';
  story.register.close();
  before = await counts(data);
  vi.stubEnv('DATA_DIR', data);
  expect(await registry('export', join(root, 'first'))).toMatchObject({ status: 0 });
  vi.unstubAllEnvs();
}, 60_000);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});
beforeEach(() => vi.stubEnv('DATA_DIR', join(root, 'data')));

const text = () => readFileSync(join(root, 'first', file), 'utf8');

/** An empty register of its own, into which a folder may be imported. */
async function another(name: string): Promise<string> {
  const data = join(root, name);
  (await emptyRegister(join(data, 'registry.db'))).close();
  vi.stubEnv('DATA_DIR', data);
  return data;
}

describe('an archive', () => {
  test('holds what was accepted, and nobody’s name, no reason, and nothing that was not accepted', () => {
    expect(text()).toContain('มีภาพ');
    expect(text()).toContain('คำใหม่');
    expect(text()).not.toMatch(/คำเดิม|เหตุผล|เพิกถอน|คำที่ยังไม่รับ|รับแล้วแก้|ยังรอ|ผู้ทดสอบ|editor|userId/);
    const files = [...filesIn(join(root, 'first')).keys()].filter((path) => path.includes('files'));
    expect(files).toHaveLength(2);
    expect(files).toContain(join('agreements', agreement.slug, 'files', `${shot}.png`));
  });

  test('comes back with the same bytes, and with the same counts on every day', async () => {
    const data = await another('second');
    expect((await registry('import', join(root, 'first'))).stdout).toContain('5 submissions, 1 assessments');
    expect(await counts(data)).toEqual(before);
    expect(await registry('export', join(root, 'again'))).toMatchObject({ status: 0 });
    expect(filesIn(join(root, 'again'))).toEqual(filesIn(join(root, 'first')));
    expect((await registry('import', join(root, 'first'))).stdout).toContain('0 submissions, 0 assessments');
    expect(await registry('index')).toMatchObject({ status: 0 });
    expect((await registry('verify')).stdout).toContain('2 files; every hash agrees.');
  });

  test('imported into the register that it came from changes nothing', async () => {
    expect((await registry('import', join(root, 'first'))).stdout).toContain('0 submissions, 0 assessments');
  });

  test('is not changed by tidy', async () => {
    const told = text();
    expect(await registry('tidy', join(root, 'first'))).toMatchObject({ status: 0 });
    expect(text()).toBe(told);
  });

  test.each([
    ['another amount', /amount: 2/, 'amount: 3', '"submissions.1.number" differs from what the register has'],
    ['another judgement', /value: limited/, 'value: complete', '"assessments.0.at" differs'],
    [
      'a commitment nobody made',
      /commitment: models/,
      'commitment: modles',
      '"submissions.0.number" differs',
    ],
    [
      'an order that no act can have',
      /kind: accepted/,
      'kind: reversed',
      '"submissions.0.acts.1.kind" is not one',
    ],
    ['no facts', /counted:[\s\S]*?amount: 4\n/, '\n', '"submissions.1.acts.0.facts" is missing'],
  ])('with %s is refused by file, line and field', async (_what, from, to, sentence) => {
    const folder = mkdtempSync(join(root, 'changed-'));
    cpSync(join(root, 'first'), folder, { recursive: true });
    writeFileSync(join(folder, file), text().replace(from, to));
    const answer = await registry('import', folder);
    expect(answer.status).toBe(1);
    expect(answer.stderr).toMatch(/agreements\/test-network\/submissions\.yaml:\d+: /);
    expect(answer.stderr).toContain(sentence);
  });

  test('that names a body, a commitment or a file that is not there is refused, and nothing is kept', async () => {
    const folder = mkdtempSync(join(root, 'strange-'));
    cpSync(join(root, 'first'), folder, { recursive: true });
    const changed = text()
      .replace('commitment: models', 'commitment: modles')
      .replace(/(number: 2[\s\S]*?organisation: )\S+/, '$1nobody');
    writeFileSync(join(folder, file), changed);
    await another('strange');
    const answer = await registry('import', folder);
    expect(answer.stderr).toContain('"submissions.0.commitment" is not one of the values');
    expect(answer.stderr).toContain('"submissions.1.organisation" names an organisation');
    rmSync(join(folder, 'agreements', agreement.slug, 'files'), { recursive: true });
    expect((await registry('import', folder)).stderr).toContain('facts.file" names a file that is not in');
  });
});

test('a backup carries the files of what waits too, and verify names one that is lost', async () => {
  const copy = join(root, 'copy.db');
  expect((await registry('backup', copy)).stdout).toContain('3 files are beside it');
  const restored = join(root, 'restored');
  vi.stubEnv('DATA_DIR', restored);
  expect(await registry('restore', copy)).toMatchObject({ status: 0 });
  expect(await counts(restored)).toEqual(before);
  await registry('index');
  expect(await registry('verify')).toMatchObject({ status: 0 });
  rmSync(aFileRoom(restored).store.pathOf(shot));
  expect((await registry('verify')).stderr).toContain(
    `of a draft or submission of agreements/${agreement.slug} is missing`,
  );
});
