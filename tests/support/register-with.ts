import { sql } from 'drizzle-orm';
import { insertUser } from '../../db/accounts.ts';
import type { Register } from '../../db/connection.ts';
import { insertOrganisation, mapOrganisationIds } from '../../db/organisations.ts';
import { insertWork } from '../../db/works.ts';
import { decoyHash } from '../../src/auth/passwords.ts';
import { draftOfNewWork } from '../../src/domain/draft.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { given } from '../../src/domain/fact.ts';
import type { Instant } from '../../src/domain/iso-date.ts';
import type { Actor, Membership } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { emptyRegister } from './empty-register.ts';
import { northOrganisation, southOrganisation } from './made-up-country.ts';

/** The moment at which test stories begin. */
export const storyBegins: Instant = '2026-11-22T02:00:00.000Z';

/** The people of the stories: two local governments with an editor and a publisher each, and the registrar. */
export type People = {
  readonly editorA: Actor;
  readonly publisherA: Actor;
  readonly editorB: Actor;
  readonly publisherB: Actor;
  readonly registrar: Actor;
};

export type Story = {
  readonly register: Register;
  readonly people: People;
  /** A charter that organisation A looks after. */
  readonly charter: WorkName;
};

export const organisationA = northOrganisation.slug;
export const organisationB = southOrganisation.slug;

/**
 * The empty register with the two local governments, both without four eyes, and the people.
 * @param clock when its transactions happen, for stories about moments
 * @param file of the register; one in memory unless told
 */
export async function aRegisterWithPeople(
  clock?: () => Instant,
  file?: string,
): Promise<{
  readonly register: Register;
  readonly people: People;
}> {
  const register = await emptyRegister(file, clock);
  await register.write(async (transaction) => {
    await insertOrganisation(transaction, northOrganisation);
    await insertOrganisation(transaction, southOrganisation);
  });
  await switchFourEyes(register, organisationA, false);
  await switchFourEyes(register, organisationB, false);
  const person = (username: string, role: Membership['role'], home: string | null) =>
    aPerson(register, username, { role, organisation: home });
  const people = {
    editorA: await person('editor-a', 'editor', organisationA),
    publisherA: await person('publisher-a', 'publisher', organisationA),
    editorB: await person('editor-b', 'editor', organisationB),
    publisherB: await person('publisher-b', 'publisher', organisationB),
    registrar: await person('registrar', 'registrar', null),
  };
  return { register, people };
}

/** Adds a person who cannot sign in (no password fits), for stories below the pages. */
export async function aPerson(register: Register, username: string, membership: Membership): Promise<Actor> {
  const { role, organisation: home } = membership;
  const userId = await register.write(async (transaction) =>
    insertUser(
      transaction,
      {
        username,
        displayName: `ผู้ทดสอบ ${username}`,
        passwordHash: decoyHash,
        membership: {
          role,
          organisationId: home === null ? null : ((await mapOrganisationIds(transaction)).get(home) ?? null),
        },
      },
      storyBegins,
    ),
  );
  return { userId, memberships: [membership] };
}

/** Makes an organisation ask for two people at a publication, or stop asking. */
export async function switchFourEyes(register: Register, slug: string, isOn: boolean): Promise<void> {
  await register.write(async (transaction) => {
    transaction.run(sql`UPDATE organisations SET four_eyes = ${isOn ? 1 : 0} WHERE slug = ${slug}`);
  });
}

/** The text of edition 1 of the test charter. */
export const charterBody =
  '## หมวด 1 บททั่วไป\n\n### ข้อ 1 ชื่อ\n\nธรรมนูญทดสอบฉบับนี้เขียนขึ้นเพื่อทดสอบระบบ\n\n### ข้อ 2 น้ำ\n\nทุกบ้านช่วยกันดูแลลำเหมืองทดสอบ';

export const charterManifest = (work: WorkName): Manifest => ({
  ...draftOfNewWork(work, 'ธรรมนูญตำบลทดสอบเหนือ', {
    subtype: 'tambon_charter',
    legalNature: 'social_agreement',
  }),
  provenance: 'test',
  label: given('ฉบับทดสอบที่ ๑'),
  summary: 'ข้อความทดสอบ',
  places: ['990101'],
  adopted: given({
    start: '2017-05-15',
    end: '2017-05-16',
    precision: 'day',
    textAsWritten: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐',
    isInferred: false,
  }),
  body: charterBody,
});

/** A register in which organisation A has published edition 1 of a charter. */
export async function aRegisterWithOneCharter(): Promise<Story> {
  const { register, people } = await aRegisterWithPeople();
  const charter: WorkName = { type: 'charters', slug: 'test-north' };
  await register.write(async (transaction) => {
    const organisationIds = await mapOrganisationIds(transaction);
    const steward = organisationIds.get(organisationA) ?? null;
    const workId = await insertWork(transaction, charter, steward, storyBegins);
    await storeEdition(transaction, {
      workId,
      manifest: charterManifest(charter),
      publishedAt: storyBegins,
      organisationIds,
    });
  });
  return { register, people, charter };
}

/** The same, after editor A has opened the draft of edition 2 (version 1, nothing typed yet). */
export async function aRegisterWithAnOpenDraft(): Promise<Story> {
  const story = await aRegisterWithOneCharter();
  await amendWork(story.register, story.people.editorA, story.charter, storyBegins);
  return story;
}
