import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { findWork } from '../../db/works.ts';
import type { ArchiveFile } from '../../src/archive/archive-files.ts';
import { readArchive } from '../../src/archive/read-archive.ts';
import { writeNewFolder } from '../../src/cli/write-files.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { blankOrganisation } from '../../src/domain/organisation-fields.ts';
import { addOrganisation } from '../../src/registry/add-organisation.ts';
import { describeActor } from '../../src/registry/describe-actor.ts';
import { editOrganisation } from '../../src/registry/edit-organisation.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { nameHub } from '../../src/registry/name-hub.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { openOrganisation } from '../../src/registry/open-organisation.ts';
import { storeReferenceData } from '../../src/registry/store-reference-data.ts';
import { switchFourEyes } from '../../src/registry/switch-four-eyes.ts';
import { type Upgrade, upgradeOrganisation } from '../../src/registry/upgrade-organisation.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { testPlaces, testSchemes } from '../support/made-up-country.ts';
import {
  aRegisterWithAnOpenDraft,
  organisationA,
  organisationB,
  type Story,
  storyBegins,
} from '../support/register-with.ts';

let story: Story;
beforeEach(async () => {
  story = await aRegisterWithAnOpenDraft();
});
afterEach(() => story.register.close());

const now = storyBegins;
const day = (text: string) => text as IsoDate;
const upgrade: Upgrade = {
  slug: 'municipality-test-north',
  kind: 'subdistrict_municipality',
  name: 'เทศบาลตำบลทดสอบเหนือ',
  shortName: 'ทต.ทดสอบเหนือ',
  on: day('2026-01-01'),
  source: 'ประกาศทดสอบ',
};
const north = {
  ...blankOrganisation,
  name: 'องค์การบริหารส่วนตำบลทดสอบตะวันออก',
  slug: 'sao-test-east',
  covers: '990102',
};

const add = (fields = north) => addOrganisation(story.register, story.people.registrar, fields, now);
const doUpgrade = (change: Partial<Upgrade> = {}, slug = organisationA) =>
  upgradeOrganisation(story.register, story.people.registrar, slug, { ...upgrade, ...change }, now);

const auditActions = (): readonly string[] =>
  story.register.read
    .all<{ action: string }>(sql`SELECT action FROM audit ORDER BY id`)
    .map(({ action }) => action);

describe('an organisation made at the desk', () => {
  test('is there with its places, asks for four eyes, and is in the audit', async () => {
    expect(await add()).toMatchObject({ value: { slug: 'sao-test-east' } });
    const opened = await openOrganisation(story.register, 'sao-test-east', now);
    expect(opened.ok && opened.value.covers.map(([place]) => place?.code)).toEqual(['990102']);
    const row = story.register.read.get<{ on: number }>(
      sql`SELECT four_eyes AS "on" FROM organisations WHERE slug = 'sao-test-east'`,
    );
    expect(row.on).toBe(1);
    expect(auditActions().at(-1)).toBe('organisation.added');
  });

  test.each([
    [{ slug: organisationA }, 'slug', 'duplicate'],
    [{ slug: 'Bad Slug' }, 'slug', 'bad_slug'],
    [{ slug: '' }, 'slug', 'required'],
    [{ name: ' ' }, 'name', 'required'],
    [{ kind: 'kingdom' }, 'kind', 'not_in_list'],
    [{ covers: '990101 123456' }, 'covers', 'unknown_place'],
    [{ parent: 'nobody' }, 'parent', 'unknown_organisation'],
    [{ dlaCode: '12' }, 'dlaCode', 'wrong_kind'],
    [{ organisationNote: 'ก'.repeat(1001) }, 'organisationNote', 'too_long'],
  ])('is refused at the field: %o', async (change, field, reason) => {
    expect(await add({ ...north, ...change })).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field, reason }] },
    });
    expect(await findOrganisation(story.register.read, 'sao-test-east')).toBeNull();
  });

  test('changes its record, and the one before is in the audit', async () => {
    await add();
    const edit = (name: string) =>
      editOrganisation(story.register, story.people.registrar, 'sao-test-east', { ...north, name }, now);
    expect((await edit('อบต.ทดสอบชื่อใหม่')).ok).toBe(true);
    expect(await edit('อบต.ทดสอบชื่อใหม่')).toMatchObject({ refusal: { code: 'nothing_changed' } });
    const { details } = story.register.read.get<{ details: string }>(
      sql`SELECT details FROM audit WHERE action = 'organisation.edited'`,
    );
    expect(JSON.parse(details)).toMatchObject({ before: { name: north.name } });
  });

  test('is there after the register was closed and opened again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tammanoon-organisations-'));
    const file = join(folder, 'registry.db');
    const first = await emptyRegister(file);
    const registrar = { userId: 1, memberships: [{ role: 'registrar', organisation: null }] } as const;
    await first.write(async (transaction) => {
      transaction.run(
        sql`INSERT INTO users (id, username, display_name, password_hash, created_at) VALUES (1, 'r', 'r', '', '')`,
      );
    });
    expect((await addOrganisation(first, registrar, north, now)).ok).toBe(true);
    first.close();
    const second = openRegister({ file });
    await storeReferenceData(second, { places: testPlaces, schemes: testSchemes });
    expect(await findOrganisation(second.read, 'sao-test-east')).toMatchObject({ name: north.name });
    second.close();
    rmSync(folder, { recursive: true });
  });
});

describe('four eyes', () => {
  test('are switched by the registrar and by nobody else', async () => {
    const { register, people } = story;
    expect((await switchFourEyes(register, people.registrar, organisationA, true, now)).ok).toBe(true);
    expect(await switchFourEyes(register, people.registrar, organisationA, true, now)).toMatchObject({
      refusal: { code: 'nothing_changed' },
    });
    expect(await switchFourEyes(register, people.publisherA, organisationA, false, now)).toMatchObject({
      refusal: { code: 'not_permitted' },
    });
    expect((await findWork(register.read, story.charter))?.fourEyes).toBe(true);
  });
});

describe('an upgrade', () => {
  test('hands the works, the roles and the drafts to the successor; addresses of works stay', async () => {
    const { register, people, charter } = story;
    expect(await doUpgrade()).toMatchObject({ value: { slug: upgrade.slug } });
    expect((await findWork(register.read, charter))?.steward).toBe(upgrade.slug);
    const editor = {
      ...people.editorA,
      memberships: [{ role: 'editor', organisation: upgrade.slug }],
    } as const;
    expect((await openDraft(register, editor, charter)).ok).toBe(true);
    expect((await openDraft(register, people.editorA, charter)).ok, 'with the role of before').toBe(false);
    const held = register.read.all<{ slug: string }>(
      sql`SELECT DISTINCT slug FROM memberships JOIN organisations ON organisations.id = organisation_id ORDER BY slug`,
    );
    expect(held.map(({ slug }) => slug)).toEqual([upgrade.slug, organisationB]);
  });

  test('is told on both pages, and the old one keeps its name and its address', async () => {
    await doUpgrade();
    const before = await openOrganisation(story.register, organisationA, now);
    expect(before).toMatchObject({
      value: {
        organisation: { name: 'องค์การบริหารส่วนตำบลทดสอบเหนือ' },
        successor: { slug: upgrade.slug, name: upgrade.name, on: '2026-01-01' },
      },
    });
    const after = await openOrganisation(story.register, upgrade.slug, now);
    expect(after).toMatchObject({
      value: {
        successor: null,
        predecessors: [{ slug: organisationA, on: '2026-01-01' }],
      },
    });
  });

  test('leaves nothing with which the old body could open a new work', async () => {
    await doUpgrade();
    const { stewards } = await describeActor(story.register, story.people.registrar);
    expect(stewards.map(({ slug }) => slug)).toEqual([upgrade.slug, organisationB]);
  });

  test('makes the pages that are kept stale', async () => {
    const before = story.register.revision();
    await doUpgrade();
    expect(story.register.revision()).toBeGreaterThan(before);
  });

  test.each([
    [{ on: day('2026-11-23') }, 'on', 'not_past'],
    [{ slug: organisationB }, 'slug', 'duplicate'],
    [{ kind: 'kingdom' }, 'kind', 'not_in_list'],
  ])('is refused and changes nothing: %o', async (change, field, reason) => {
    const revision = story.register.revision();
    expect(await doUpgrade(change)).toMatchObject({
      refusal: { code: 'content_invalid', problems: [{ field, reason }] },
    });
    expect(story.register.revision()).toBe(revision);
  });

  test('is not for what is no local government', async () => {
    await add({ ...north, kind: 'foundation', slug: 'foundation-test' });
    expect(await doUpgrade({ slug: 'another-test' }, 'foundation-test')).toMatchObject({
      refusal: { code: 'not_local_government' },
    });
  });

  test('happens once', async () => {
    await doUpgrade();
    expect(await doUpgrade({ slug: 'another-test' })).toMatchObject({
      refusal: { code: 'succeeded_already', slug: upgrade.slug },
    });
  });

  test('may follow another, and the works go along', async () => {
    await doUpgrade();
    const next = { slug: 'town-test-north', kind: 'town_municipality', on: day('2026-06-01') };
    expect((await doUpgrade(next, upgrade.slug)).ok).toBe(true);
    expect((await findWork(story.register.read, story.charter))?.steward).toBe('town-test-north');
  });
});

describe('the hub of a network', () => {
  const network = { ...blankOrganisation, kind: 'group', name: 'เครือข่ายทดสอบ', slug: 'network-test' };
  const name = (organisation: string, from: string) =>
    nameHub(story.register, story.people.registrar, network.slug, { organisation, from: day(from) }, now);

  test('is named from a day, until another is, and follows an upgrade', async () => {
    await add(network);
    expect((await name(organisationB, '2020-01-01')).ok).toBe(true);
    expect((await name(organisationA, '2024-01-01')).ok).toBe(true);
    await doUpgrade();
    const opened = await openOrganisation(story.register, network.slug, now);
    expect(opened.ok && opened.value.hubs).toEqual([
      { organisation: upgrade.slug, name: upgrade.name, from: '2026-01-01', until: null },
      { organisation: organisationA, name: expect.any(String), from: '2024-01-01', until: '2026-01-01' },
      { organisation: organisationB, name: expect.any(String), from: '2020-01-01', until: '2024-01-01' },
    ]);
  });

  test('is no body that is not there, no earlier than the present one, and no hub of what is no network', async () => {
    await add(network);
    await name(organisationB, '2020-01-01');
    expect(await name('nobody', '2021-01-01')).toMatchObject({ refusal: { problems: [{ field: 'hub' }] } });
    expect(await name(organisationA, '2019-01-01')).toMatchObject({
      refusal: { problems: [{ field: 'hubFrom' }] },
    });
    expect(await name(organisationB, '2021-01-01')).toMatchObject({ refusal: { code: 'nothing_changed' } });
    const term = { organisation: organisationB, from: day('2020-01-01') };
    expect(await nameHub(story.register, story.people.registrar, organisationA, term, now)).toMatchObject({
      refusal: { code: 'organisation_not_found' },
    });
  });

  test('opens no draft of a member', async () => {
    await add(network);
    await name(organisationB, '2020-01-01');
    expect((await openDraft(story.register, story.people.publisherB, story.charter)).ok).toBe(false);
  });
});

test('export and import bring organisations, successions and hubs back byte by byte', async () => {
  await add({ ...blankOrganisation, kind: 'group', name: 'เครือข่ายทดสอบ', slug: 'network-test' });
  const term = { organisation: organisationA, from: day('2024-01-01') };
  await nameHub(story.register, story.people.registrar, 'network-test', term, now);
  await doUpgrade();
  const filesOf = async (register: Register) => {
    const files: ArchiveFile[] = [];
    for await (const file of exportArchive(register)) files.push(file);
    return files;
  };
  const first = await filesOf(story.register);
  const folder = mkdtempSync(join(tmpdir(), 'tammanoon-archive-'));
  await writeNewFolder(folder, exportArchive(story.register), () => undefined);
  const archive = await readArchive(folder);
  if (!archive.ok) throw new Error(JSON.stringify(archive.problems));
  const empty = await emptyRegister();
  const outcome = await importArchive(empty, archive.value, now);
  expect(outcome).toMatchObject({ ok: true });
  expect(await filesOf(empty)).toEqual(first);
  expect(JSON.stringify(first)).toContain('succeeds');
  const opened = await openOrganisation(empty, organisationA, now);
  expect(opened.ok && opened.value.successor?.slug).toBe(upgrade.slug);
  empty.close();
  rmSync(folder, { recursive: true });
});
