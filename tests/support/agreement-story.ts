import type { Register } from '../../db/connection.ts';
import { insertOrganisation, mapOrganisationIds } from '../../db/organisations.ts';
import { insertWork } from '../../db/works.ts';
import type { Commitment, Manifest, Party } from '../../src/domain/edition.ts';
import type { Instant } from '../../src/domain/iso-date.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { Result } from '../../src/domain/result.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { claimPlace } from '../../src/registry/claim-place.ts';
import type { TypedAccession, TypedEvidence } from '../../src/registry/steps/read-submission.ts';
import { storeCommitmentHistory } from '../../src/registry/steps/store-commitments.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { submitEvidence } from '../../src/registry/submit-evidence.ts';
import { aPng } from '../files/hostile-files.ts';
import type { TestRoom } from './file-room.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from './made-up-country.ts';
import { commitmentOf, dated } from './promised.ts';
import { aPerson, aRegisterWithPeople, charterManifest, type People, storyBegins } from './register-with.ts';

/** A day before the story, on which the agreement was signed. */
const signedOn = dated('2025-06-01');

export const agreement: WorkName = { type: 'agreements', slug: 'test-network' };

export const promised: readonly Commitment[] = [
  commitmentOf({ id: 'models', metric: 'แบบอย่างทดสอบ', value: 3, unit: 'เรื่อง', domain: 'ด้านทดสอบ' }),
  commitmentOf({ id: 'each', metric: 'ข้อตกลงทดสอบ', value: 2, unit: 'ประเด็น', scope: ['each_party'] }),
  commitmentOf({
    id: 'yearly',
    metric: 'เวทีทดสอบ',
    comparator: 'exactly',
    value: 1,
    unit: 'ครั้ง',
    per: 'be_year',
  }),
];

const party = (organisation: string, role: Party['role']): Party => ({
  organisation,
  role,
  note: null,
  actions: [{ kind: 'sign', date: signedOn }],
  sources: [],
});

export const agreementManifest: Manifest = {
  ...charterManifest(agreement),
  title: 'ข้อตกลงเครือข่ายทดสอบ',
  subtype: 'network_mou',
  legalNature: 'mou',
  places: ['9901'],
  adopted: signedOn,
  parties: [party(hubOrganisation.slug, 'hub'), party(northOrganisation.slug, 'member')],
  claims: [
    {
      property: 'parties',
      value: 5,
      unit: 'แห่ง',
      textAsWritten: '5 แห่ง',
      roles: ['hub', 'member'],
      note: null,
      sources: [],
    },
  ],
  commitments: promised,
};

/** The story of an agreement that a hub looks after: A (north) is a member, B (south) is not named. */
export type AgreementStory = {
  readonly register: Register;
  readonly people: People & { readonly hub: Actor; readonly otherHub: Actor };
};

/** @param file of the register; one in memory unless told */
export async function aRegisterWithAnAgreement(file?: string): Promise<AgreementStory> {
  const { register, people } = await aRegisterWithPeople(() => storyBegins, file);
  await register.write(async (transaction) => insertOrganisation(transaction, hubOrganisation));
  await addAgreement(register);
  const home = { role: 'publisher', organisation: hubOrganisation.slug } as const;
  const hub = await aPerson(register, 'hub', home);
  const otherHub = await aPerson(register, 'other-hub', home);
  return { register, people: { ...people, hub, otherHub } };
}

/** Publishes the agreement of the story in a register that has its organisations. */
export async function addAgreement(register: Register): Promise<void> {
  await register.write(async (transaction) => {
    const organisationIds = await mapOrganisationIds(transaction);
    const steward = organisationIds.get(hubOrganisation.slug) ?? null;
    const workId = await insertWork(transaction, agreement, steward, storyBegins);
    const manifest = agreementManifest;
    await storeEdition(transaction, { workId, manifest, publishedAt: storyBegins, organisationIds });
    await storeCommitmentHistory(transaction, { id: workId, ...agreement }, storyBegins);
  });
}

/** A deed as somebody types it. */
export const typedDeed = (more: Partial<TypedEvidence> = {}): TypedEvidence => ({
  title: 'จัดทำแบบอย่างทดสอบ',
  date: '๑๐ มกราคม ๒๕๖๙',
  place: '990101',
  amount: '๑',
  work: '',
  sourceTitle: 'ข่าวทดสอบ',
  sourceUrl: 'https://example.org/news',
  note: '',
  ...more,
});

/** A place among the parties as somebody types it. */
export const typedPlace = (more: Partial<TypedAccession> = {}): TypedAccession => ({
  role: 'member',
  deed: 'sign',
  date: '1 มิถุนายน 2568',
  sourceTitle: '',
  sourceUrl: '',
  note: '',
  ...more,
});

type Story = Pick<AgreementStory, 'register'>;
type HandedIn = {
  readonly typed?: TypedEvidence;
  readonly commitment?: string;
  readonly organisation?: string;
  readonly file?: Uint8Array;
};

/** Hands in a deed of A toward the agreement of the story, or what is told otherwise. */
export async function handInDeed(
  { register }: Story,
  room: TestRoom,
  who: Actor,
  now: Instant,
  { typed = typedDeed(), commitment = 'models', organisation = northOrganisation.slug, file }: HandedIn = {},
) {
  const upload = file ? await room.upload(file, 'หลักฐาน.png') : null;
  const asked = { agreement: agreement.slug, commitment, organisation, typed, upload };
  return submitEvidence(register, room, who, asked, now);
}

/** Says with a scan that a place among the parties is B's, or whose is told. */
export async function claimPlaceOf(
  { register }: Story,
  room: TestRoom,
  who: Actor,
  now: Instant,
  organisation = southOrganisation.slug,
) {
  const upload = await room.upload(aPng(), 'ลงนาม.png');
  return claimPlace(
    register,
    room,
    who,
    { agreement: agreement.slug, organisation, typed: typedPlace(), upload },
    now,
  );
}

/** The id of what was handed in; a refusal is an error. */
export function idOf(outcome: Result<{ readonly id: number }>): number {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.id;
}
