import { insertAssessment } from '../../db/assessments.ts';
import { insertOrganisation, mapOrganisationIds, updateOrganisation } from '../../db/organisations.ts';
import { findSubmission } from '../../db/submissions.ts';
import { storeVocabularies } from '../../db/topics.ts';
import { findWork } from '../../db/works.ts';
import { schemes } from '../../src/catalogue/schemes.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import type { Instant, IsoDate } from '../../src/domain/iso-date.ts';
import type { Network } from '../../src/domain/network.ts';
import type { WorkEvent } from '../../src/domain/timeline.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { type Decision, decideSubmission } from '../../src/registry/decide-submission.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { storeCommitmentsOf } from '../../src/registry/steps/store-commitments.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { upgradeOrganisation } from '../../src/registry/upgrade-organisation.ts';
import { testNetwork } from '../../src/specimens/data/networks.ts';
import {
  type AgreementStory,
  addAgreement,
  agreement,
  agreementManifest,
  claimPlaceOf,
  handInDeed,
  idOf,
  typedDeed,
} from './agreement-story.ts';
import type { TestRoom } from './file-room.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from './made-up-country.ts';
import { dated } from './promised.ts';
import { aPerson, aRegisterWithPeople } from './register-with.ts';
import { archivedEdition, editionText } from './test-archive.ts';

export type EverythingStory = AgreementStory & {
  readonly room: TestRoom;
  /** Sets the clock of the register. */
  readonly setClock: (now: Instant) => void;
  readonly now: () => Instant;
};

const waste = 'ทุกบ้านในตำบลทดสอบช่วยกันแยกขยะเปียกและขยะแห้งก่อนนำไปทิ้งที่จุดรวมของหมู่บ้านทุกวันเสาร์';
const body = (clause: string, first = 'ธรรมนูญของ[ชื่อตำบล]') =>
  `## หมวด 1 บททั่วไป\n\n### ข้อ 1 ชื่อ\n\n${first}\n\n### ข้อ 2 ขยะ\n\n${clause}`;
const relation = (kind: string, target: string, note: string) =>
  `{ kind: ${kind}, target: '${target}', note: '${note}' }`;
const owner = `[{ organisation: ${northOrganisation.slug}, role: owner }]`;
const ofModel = relation('instance_of_template', 'charters/test-model', 'ฉบับลำดับที่ 1');
const ofClause = relation('derives_from', 'charters/test-model#cl-2', 'ฉบับลำดับที่ 1 ใช้ที่ข้อ 2 (#cl-2)');
const ofNext = relation('derives_from', 'charters/test-model#cl-2', 'ฉบับลำดับที่ 3 ใช้ที่ข้อ 2 (#cl-2)');
const ofPresent = relation('derives_from', 'charters/test-model#cl-2', 'ใช้ที่ข้อ 2 (#cl-2)');
const ofCase = relation('adopts', 'cases/test-case', 'ใช้ที่ข้อ 2 (#cl-2)');

const documented = { provenance: 'documented', evidenceLevel: 'mention' };

type Text = readonly [changes: Readonly<Record<string, string>>, body: string];

/** The texts of every work but the agreement: those of the first day, and behind them those that come later. */
const texts: Readonly<Record<string, { readonly first: readonly Text[]; readonly later: readonly Text[] }>> =
  {
    'charters/test-model': {
      first: [
        [{ provenance: 'model', title: 'แม่แบบทดสอบ' }, body(waste)],
        [{ provenance: 'model', title: 'แม่แบบทดสอบ' }, body(`${waste} และบันทึกไว้`)],
      ],
      later: [[{ provenance: 'model', title: 'แม่แบบทดสอบใหม่' }, body('เขียนใหม่ทั้งหมด ไม่มีคำเดิมเหลืออยู่เลย')]],
    },
    'charters/test-north': {
      first: [
        [{ relations: `[${ofModel}, ${ofClause}]`, parties: owner }, body(waste, 'ธรรมนูญของตำบลทดสอบเหนือ')],
      ],
      later: [
        [{ title: 'กขชื่อใหม่ทดสอบ', places: "['990102']", relations: `[${ofModel}]` }, body('ไม่มีเรื่องนั้นแล้ว')],
        [{ title: 'ก่อนหน้าทั้งหมดทดสอบ', adopted: '{ start: 2001-01-01 }' }, body(waste)],
      ],
    },
    'charters/test-alike': {
      first: [[{ title: 'เหมือนกันทดสอบ', relations: `[${ofNext}]` }, body(waste)]],
      later: [],
    },
    'charters/test-adopter': {
      first: [
        [
          { title: 'นำไปใช้ทดสอบ', relations: `[${ofCase}, ${ofPresent}]`, parties: owner },
          body(`${waste} ของเรา`),
        ],
      ],
      later: [[{ title: 'นำไปใช้ทดสอบ แก้คำ', changeKind: 'correction' }, body(`${waste} ของเรา`)]],
    },
    'charters/test-newer': {
      first: [],
      later: [
        [
          { ...documented, title: 'กกทดสอบ', relations: `[${ofModel}, ${ofClause}, ${ofCase}]` },
          body(`${waste} ด้วย`),
        ],
      ],
    },
    'cases/test-case': {
      first: [
        [
          {
            title: 'กรณีทดสอบ',
            legalNature: 'informational',
            facts: '{ adoptions: { value: [{ adopter: ที่อื่นทดสอบ }] } }',
          },
          body(waste),
        ],
      ],
      later: [[{ title: 'กรณีทดสอบใหม่', legalNature: 'informational' }, body(waste)]],
    },
  };

const withdrawal: WorkEvent = {
  kind: 'withdrawn',
  date: { start: '2020-01-01', end: null, precision: 'day', textAsWritten: null, isInferred: false },
  note: 'ยกเลิกเพื่อทดสอบ',
  source: null,
};

const network: Network = {
  ...testNetwork,
  ...{ parent: null, organisation: null, places: ['9901'], groups: [], dataSystems: [], events: [] },
  works: [`${agreement.type}/${agreement.slug}`],
  members: testNetwork.members.slice(0, 1).map((one) => ({ ...one, organisation: hubOrganisation.slug })),
};

async function importWorks(
  { register, now }: Pick<EverythingStory, 'register' | 'now'>,
  when: 'first' | 'later',
  networks: readonly Network[],
): Promise<void> {
  const works = Object.entries(texts).flatMap(([path, { first, later }]) => {
    const [type, slug = ''] = path.split('/');
    const name = { type, slug } as WorkName;
    const all = when === 'first' ? first : [...first, ...later];
    const editions = all.map(([changes, text], index) =>
      archivedEdition(
        name,
        index + 1,
        editionText(index + 1, { topics: '[issues/waste]', ...changes }, text),
      ),
    );
    const events = when === 'later' && slug === 'test-alike' ? [withdrawal] : [];
    const steward = slug === 'test-adopter' ? northOrganisation.slug : null;
    return editions.length === 0 ? [] : [{ name, about: { steward, events }, editions }];
  });
  const imported = await importArchive(register, { organisations: [], works, networks }, now());
  if (!imported.ok) throw new Error(JSON.stringify(imported));
}

/** The hub decides about something that was handed in. */
export async function decide(story: EverythingStory, id: number, kind: Decision['kind']): Promise<void> {
  const position = (await findSubmission(story.register.read, id))?.acts.length ?? 0;
  const reason = kind === 'accepted' ? '' : 'ตรวจอีกครั้งเพื่อทดสอบ';
  const decision = { id, kind, reason, position };
  const decided = await decideSubmission(story.register, story.people.hub, decision, story.now());
  if (!decided.ok) throw new Error(JSON.stringify(decided.refusal));
}

const handIn = async (story: EverythingStory, title: string, more = {}): Promise<number> =>
  idOf(
    await handInDeed(story, story.room, story.people.editorA, story.now(), {
      typed: typedDeed({ title, ...more }),
    }),
  );

async function judge({ register, now }: EverythingStory, assessor: string): Promise<void> {
  await register.write(async (transaction) => {
    const work = await findWork(transaction, agreement);
    const date = {
      start: '2026-10',
      end: null,
      precision: 'month',
      textAsWritten: null,
      isInferred: false,
    } as const;
    const judged = {
      commitment: 'models',
      value: 'substantial',
      assessor,
      date,
      isIndependent: true,
    } as const;
    const by = { userId: null, at: now() };
    await insertAssessment(transaction, work?.id ?? 0, { ...judged, source: null, note: null }, by);
  });
}

/** What was handed in on the first day. */
export type HandedIn = { readonly counted: number; readonly toReturn: number; readonly toAccept: number };

/** A register with something in every file: two days of November 2026. */
export async function aRegisterOfEverything(
  room: TestRoom,
): Promise<{ story: EverythingStory; handedIn: HandedIn }> {
  let clock: Instant = '2026-11-20T03:00:00.000Z';
  const { register, people } = await aRegisterWithPeople(() => clock);
  await register.write((transaction) => storeVocabularies(transaction, schemes));
  await register.write((transaction) => insertOrganisation(transaction, hubOrganisation));
  const hub = await aPerson(register, 'hub', { role: 'publisher', organisation: hubOrganisation.slug });
  const now = () => clock;
  const setClock = (at: Instant) => {
    clock = at;
  };
  const story = { register, people: { ...people, hub, otherHub: hub }, room, setClock, now };
  await addAgreement(register);
  await importWorks(story, 'first', [network]);
  setClock('2026-11-22T03:00:00.000Z');
  const counted = await handIn(story, 'ผลงานที่รับแล้ว', { work: 'charters/test-adopter', note: 'บันทึกทดสอบ' });
  await decide(story, counted, 'accepted');
  const toReturn = await handIn(story, 'ผลงานที่จะส่งคืน');
  const toAccept = await handIn(story, 'ผลงานที่จะรับ', { work: 'charters/test-adopter' });
  await judge(story, 'ผู้ประเมินทดสอบ');
  return { story, handedIn: { counted, toReturn, toAccept } };
}

/** All that can happen to a register, in the months after. */
export async function everythingHappens(story: EverythingStory, handedIn: HandedIn): Promise<void> {
  const { register, room, people, setClock } = story;
  setClock('2026-12-10T03:00:00.000Z');
  await importWorks(story, 'later', [
    network,
    { ...network, slug: 'test-network-two', name: 'กเครือข่ายทดสอบใหม่' },
  ]);
  await decide(story, handedIn.toReturn, 'returned');
  await decide(story, handedIn.toAccept, 'accepted');
  await decide(story, handedIn.counted, 'reversed');
  await decide(story, handedIn.counted, 'accepted');
  await handIn(story, 'ผลงานใหม่');
  await decide(story, idOf(await claimPlaceOf(story, room, people.publisherB, story.now())), 'accepted');
  await judge(story, 'ผู้ประเมินทดสอบอีกคน');
  await amendAgreement(story);
  setClock('2027-06-01T03:00:00.000Z');
  await register.write(async (transaction) => {
    await updateOrganisation(transaction, { ...northOrganisation, name: 'ชื่อใหม่ทดสอบ', covers: ['990102'] });
    await updateOrganisation(transaction, { ...southOrganisation, name: 'ชื่อใหม่ทดสอบใต้' });
  });
  const town = {
    slug: 'town-test-north',
    kind: 'subdistrict_municipality',
    name: 'เทศบาลทดสอบ',
    shortName: null,
  };
  const upgrade = { ...town, on: '2026-11-01' as IsoDate, source: null };
  const upgraded = await upgradeOrganisation(
    register,
    people.registrar,
    northOrganisation.slug,
    upgrade,
    story.now(),
  );
  if (!upgraded.ok) throw new Error(JSON.stringify(upgraded.refusal));
}

async function amendAgreement({ register, now }: EverythingStory): Promise<void> {
  await register.write(async (transaction) => {
    const work = await findWork(transaction, agreement);
    if (!work) throw new Error('the story has no agreement');
    const organisationIds = await mapOrganisationIds(transaction);
    const manifest: Manifest = {
      ...agreementManifest,
      edition: 2,
      title: 'ข้อตกลงเครือข่ายทดสอบ ฉบับแก้',
      changeNote: 'แก้เพื่อทดสอบ',
      adopted: dated('2026-06-01'),
      commitments: agreementManifest.commitments.slice(0, 2).map((one) => ({ ...one, value: one.value + 1 })),
    };
    await storeEdition(transaction, { workId: work.id, manifest, publishedAt: now(), organisationIds });
    await storeCommitmentsOf(transaction, work, now());
  });
}
