import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertAssessment } from '../../db/assessments.ts';
import { insertOrganisation, mapOrganisationIds, storeSuccessions } from '../../db/organisations.ts';
import { findSubmission } from '../../db/submissions.ts';
import { findWork, insertWork } from '../../db/works.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { claimPlace } from '../../src/registry/claim-place.ts';
import { decideSubmission } from '../../src/registry/decide-submission.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { submitEvidence } from '../../src/registry/submit-evidence.ts';
import { aPng } from '../files/hostile-files.ts';
import {
  type AgreementStory,
  agreement,
  aRegisterWithAnAgreement,
  typedDeed,
  typedPlace,
} from '../support/agreement-story.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import {
  hubOrganisation,
  networkOrganisation,
  northOrganisation,
  southOrganisation,
} from '../support/made-up-country.ts';
import { csvRows, validJson } from '../support/open-data.ts';
import { charterManifest } from '../support/register-with.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const now = '2026-11-25T03:00:00.000Z';
const path = `/agreements/${agreement.slug}/commitments`;
const formula = "=cmd|' /C calc'!A0";
const proof = { type: 'charters', slug: 'test-proof' } as const;
const successor = 'municipality-test-north';

let server: BuiltServer;
let story: AgreementStory;
let room: TestRoom;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tammanoon-commitments-'));
  room = aFileRoom();
  story = await aRegisterWithAnAgreement(join(folder, 'registry.db'));
  await tell();
  server = await startBuiltServer(folder);
}, 120_000);
afterAll(async () => {
  story?.register.close();
  room?.remove();
  await server?.remove();
});

/** A deed that a charter proves and one whose words look like a formula are accepted, one waits, B claims its place. */
async function tell(): Promise<void> {
  const { register, people } = story;
  await register.write(async (transaction) => {
    await insertOrganisation(transaction, networkOrganisation);
    const workId = await insertWork(transaction, proof, null, now);
    const organisationIds = await mapOrganisationIds(transaction);
    const manifest = charterManifest(proof);
    await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds });
    const work = await findWork(transaction, agreement);
    const date = {
      start: '2026-10',
      end: null,
      precision: 'month',
      textAsWritten: null,
      isInferred: false,
    } as const;
    const judged = { commitment: 'models', value: 'substantial', assessor: '@สถาบันทดสอบ', date } as const;
    await insertAssessment(
      transaction,
      work?.id ?? 0,
      { ...judged, isIndependent: true, source: null, note: null },
      { userId: null, at: now },
    );
  });
  await accept(await handIn({ work: `${proof.type}/${proof.slug}`, amount: '2' }));
  await accept(await handIn({ title: formula, note: formula, place: '' }, 'each'));
  await handIn({ title: 'ผลงานที่ยังรออยู่' });
  const upload = await room.upload(await aPng(), 'ลงนาม.png');
  const place = {
    agreement: agreement.slug,
    organisation: southOrganisation.slug,
    typed: typedPlace(),
    upload,
  };
  const claimed = await claimPlace(register, room, people.publisherB, place, now);
  if (!claimed.ok) throw new Error(claimed.refusal.code);
  await accept(claimed.value.id);
}

async function handIn(typed: Parameters<typeof typedDeed>[0], commitment = 'models'): Promise<number> {
  const asked = { agreement: agreement.slug, commitment, organisation: northOrganisation.slug, upload: null };
  const { register, people } = story;
  const done = await submitEvidence(
    register,
    room,
    people.editorA,
    { ...asked, typed: typedDeed(typed) },
    now,
  );
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value.id;
}

async function accept(id: number): Promise<void> {
  const position = (await findSubmission(story.register.read, id))?.acts.length ?? 0;
  const decision = { id, kind: 'accepted', reason: '', position } as const;
  const done = await decideSubmission(story.register, story.people.hub, decision, now);
  if (!done.ok) throw new Error(done.refusal.code);
}

const ask = (address: string) => fetch(server.origin + address, { redirect: 'manual' });
const open = async (address: string): Promise<string> => (await ask(address)).text();
/** A page as it is read, without its markup. */
const read = async (address: string): Promise<string> => (await open(address)).replace(/<[^>]*>/g, '');
const rowsOf = (address: string) => csvRows(server.origin, address);
type Told = {
  readonly $schema: string;
  readonly day: string;
  readonly commitments: readonly {
    readonly id: string;
    readonly state: string;
    readonly waiting: number;
    readonly evidence: readonly { readonly acceptedBy: { readonly slug: string } | null }[];
    readonly readings: readonly { readonly units: readonly { readonly count: number }[] }[];
  }[];
};
const told = (address: string) => validJson<Told>(server.origin, address);

describe('the page of commitments', () => {
  test('counts accepted evidence, tells who accepted it, and of what waits only the number', async () => {
    const html = await open(path);
    expect(await read(path)).toContain('นับได้ 2 จากเป้าหมายไม่น้อยกว่า 3');
    expect(html).toContain('0 จาก 3 ภาคีครบแล้ว');
    expect(html).toContain('id="evidence-1"');
    expect(html).toContain(`href="/${proof.type}/${proof.slug}"`);
    expect(await read(path)).toContain('รับโดยศูนย์จัดการเครือข่ายทดสอบ เมื่อ 25\u00a0พฤศจิกายน\u00a02569');
    expect(html).toContain('(ต้นทางเขียนว่า “๑๐ มกราคม ๒๕๖๙”)');
    expect(html).toContain('รอพิจารณา 1 รายการ');
    expect(html).not.toContain('ผลงานที่ยังรออยู่');
    expect(html).toContain('(ขั้น 4 จาก 5)');
  });

  test('on the day before has counted nothing, and is found from the field for a date', async () => {
    const { day, commitments } = await told(`${path}/@2026-11-24.json`);
    expect(day).toBe('2026-11-24');
    expect(commitments.map(({ evidence, state }) => [evidence.length, state])).toEqual([
      [0, 'no_data'],
      [0, 'no_data'],
      [0, 'overdue'],
    ]);
    const found = await ask(`${path}?on=${encodeURIComponent('24 พ.ย. 2569')}`);
    expect(found.headers.get('location')).toBe(`${path}/@2026-11-24`);
    expect((await ask(`${path}/@2569-11`)).headers.get('location')).toBe(`${path}/@2026-11`);
    expect((await ask(`${path}?on=sometime`)).status).toBe(400);
    expect((await ask('/agreements/no-such/commitments')).status).toBe(404);
    expect((await ask(`${path}.xml`)).status).toBe(404);
  });
});

describe('the files of commitments', () => {
  test('open in a spreadsheet with Thai intact, and nothing in them is taken for a formula', async () => {
    const rows = await rowsOf(`${path}.csv`);
    expect(rows.find(({ row, commitment }) => row === 'evidence' && commitment === 'each')).toMatchObject({
      title: `'${formula}`,
      note: `'${formula}`,
      accepted_by: hubOrganisation.name,
    });
    expect(rows.find(({ row }) => row === 'assessment')).toMatchObject({ assessor: "'@สถาบันทดสอบ" });
  });

  test('fit the schema that they name, and tell what the page tells', async () => {
    for (const address of [`${path}.json`, `${path}/@2026-11-24.json`]) {
      expect(new URL((await told(address)).$schema).pathname).toBe('/schemas/commitments.json');
    }
    const [models] = (await told(`${path}.json`)).commitments;
    expect(models).toMatchObject({ waiting: 1, readings: [{ units: [{ count: 2 }] }] });
    const reading = (await rowsOf(`${path}.csv`)).find(({ row }) => row === 'reading');
    expect(reading).toMatchObject({ commitment: 'models', count: '2', waiting: '1' });
  });
});

test('a party that claimed its place says who confirmed it, and the others are asked in', async () => {
  const html = await open(`/agreements/${agreement.slug}/parties`);
  expect(html).toContain('ระบุชื่อแล้ว 3 จาก 5 ที่แหล่งข่าวอ้าง');
  const confirmed = 'ยืนยันโดยศูนย์จัดการเครือข่ายทดสอบ เมื่อ 25\u00a0พฤศจิกายน\u00a02569';
  expect(await read(`/agreements/${agreement.slug}/parties`)).toContain(confirmed);
  expect(html).toContain(`href="/desk/accessions/${agreement.slug}"`);
  const row = (await rowsOf(`/agreements/${agreement.slug}/parties.csv`)).find(
    ({ organisation }) => organisation === southOrganisation.slug,
  );
  expect(row).toMatchObject({ confirmed_on: '2026-11-25', confirmed_by: hubOrganisation.name });
  await told(`/agreements/${agreement.slug}/parties.json`);
});

test('the pages of the agreement and of the work that proves a deed tell of it too', async () => {
  const edition = await open(`/agreements/${agreement.slug}`);
  expect(edition).toContain(`href="${path}#models"`);
  expect(edition).toContain('นับได้ 2 จากเป้าหมาย');
  const work = await open(`/${proof.type}/${proof.slug}`);
  expect(work).toContain('ใช้เป็นหลักฐานของเป้าหมาย');
  expect(work).toContain(`href="${path}#evidence-1"`);
});

describe('an organisation', () => {
  test('shows what it promised, has shown and has to do, and a successor what its forerunner did', async () => {
    const own = await open(`/organisations/${northOrganisation.slug}/commitments`);
    for (const text of ['สิ่งที่ยังต้องทำ', 'สิ่งที่ตกลงไว้', 'สิ่งที่แสดงแล้ว']) expect(own).toContain(text);
    const calendar = `href="/organisations/${northOrganisation.slug}/commitments.ics"`;
    expect(own).toContain(calendar);
    expect(await open(`/organisations/${northOrganisation.slug}`)).toContain(calendar);
    expect(own).toContain('หน่วยงานนี้มีส่วน 2');
    await story.register.write(async (transaction) => {
      const municipality = {
        ...northOrganisation,
        slug: successor,
        name: 'เทศบาลตำบลทดสอบเหนือ',
        covers: [],
        succeeds: [{ organisation: northOrganisation.slug, on: '2026-11-26' as IsoDate }],
      };
      await insertOrganisation(transaction, municipality);
      await storeSuccessions(transaction, municipality);
    });
    const later = await open(`/organisations/${successor}/commitments`);
    expect(later).toContain('หน่วยงานนี้มีส่วน 2');
    expect(later).toContain(`${path}#evidence-1`);
  });

  test('without commitments says so calmly, and one that joined through the register tells since when', async () => {
    expect(await open(`/organisations/${networkOrganisation.slug}/commitments`)).toContain(
      'ยังไม่มีเป้าหมายที่นับได้',
    );
    expect((await ask('/organisations/no-such/commitments')).status).toBe(404);
    const joined = await open(`/organisations/${southOrganisation.slug}`);
    expect(joined).toContain('ข้อตกลงที่เข้าเป็นภาคีผ่านทะเบียน');
    expect(joined).toMatch(/ลงนาม.*1\u00a0มิถุนายน\u00a02568/s);
  });
});
