import { beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import type { Archive } from '../../src/archive/read-archive.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { readHealth } from '../../src/registry/read-health.ts';
import { verifyRegister } from '../../src/registry/verify-register.ts';
import { emptyRegister } from '../support/empty-register.ts';
import { northOrganisation } from '../support/made-up-country.ts';
import { archivedEdition, archiveOf, editionText, testCharter } from '../support/test-archive.ts';

const now = '2026-11-22T00:00:00.000Z';

const organisation = northOrganisation;

const noDeeds = { submissions: 0, assessments: 0 };

let register: Register;

beforeEach(async () => {
  register = await emptyRegister();
});

const importNow = (archive: Archive) => importArchive(register, archive, now);

async function filesOf(source: Register): Promise<readonly { path: string; text: string }[]> {
  return Array.fromAsync(exportArchive(source));
}

describe('an import', () => {
  test('stores works, editions, organisations and events', async () => {
    const archive = archiveOf([editionText(1), editionText(2)], {
      organisations: [organisation],
      steward: organisation.slug,
      events: [{ kind: 'heard', date: null, note: 'เวทีทดสอบ', source: null }],
    });
    expect(await importNow(archive)).toEqual({
      ok: true,
      report: { works: 1, editions: 2, unchanged: 0, organisations: 1, networks: 0, ...noDeeds },
    });
    expect(await verifyRegister(register)).toEqual({ editions: 2, damaged: [] });
  });

  test('repeated changes nothing', async () => {
    const archive = archiveOf([editionText(1)], {
      organisations: [organisation],
      events: [{ kind: 'heard', date: null, note: null, source: null }],
    });
    await importNow(archive);
    const before = await filesOf(register);
    expect(await importNow(archive)).toEqual({
      ok: true,
      report: { works: 0, editions: 0, unchanged: 1, organisations: 0, networks: 0, ...noDeeds },
    });
    expect(await filesOf(register)).toEqual(before);
  });

  test('of an edition that differs from the published one is refused', async () => {
    await importNow(archiveOf([editionText(1)]));
    const outcome = await importNow(archiveOf([editionText(1, { title: 'ชื่ออื่น' })]));
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ file: 'charters/test-tambon-one/1.md', line: 4, reason: 'differs_from_register' }],
    });
  });

  test.each([
    [
      'a place nobody knows',
      { places: "['998877']" },
      { field: 'places.0', reason: 'unknown_place', line: 7 },
    ],
    [
      'a topic nobody knows',
      { topics: '[test/two]' },
      { field: 'topics.0', reason: 'unknown_topic', line: 10 },
    ],
    [
      'a party nobody knows',
      { parties: '[{ organisation: nobody, role: party }]' },
      { field: 'parties.0.organisation', reason: 'unknown_organisation', line: 10 },
    ],
    [
      'a source that is not listed',
      { people: '[{ office: นายกทดสอบ, capacity: signatory, sources: [s9] }]' },
      { field: 'people.0.sources', reason: 'unknown_source', line: 10 },
    ],
  ])(
    'with %s is refused with file, line, field and reason, and stores nothing',
    async (_name, change, problem) => {
      const good = archiveOf([editionText(1)]);
      const name = { type: 'charters', slug: 'test-tambon-two' } as const;
      const bad = archivedEdition(name, 1, editionText(1, change));
      const outcome = await importNow({
        organisations: [organisation],
        works: [...good.works, { name, about: { steward: null, events: [] }, editions: [bad] }],
      });
      expect(outcome).toEqual({
        ok: false,
        problems: [{ file: 'charters/test-tambon-two/1.md', found: expect.any(String), ...problem }],
      });
      expect((await readHealth(register)).editions).toBe(0);
      expect(await filesOf(register)).toEqual([]);
    },
  );

  test('of a second edition without a change note is refused', async () => {
    const second = editionText(2).replace(/changeNote: .*\n/, '');
    expect(await importNow(archiveOf([editionText(1), second]))).toMatchObject({
      ok: false,
      problems: [{ field: 'changeNote', reason: 'change_note_required' }],
    });
  });

  test('of a village adds it under its tambon', async () => {
    expect(await importNow(archiveOf([editionText(1, { places: "['99010103']" })]))).toMatchObject({
      ok: true,
    });
    expect(await importNow(archiveOf([editionText(1, { places: "['99887703']" })]))).toMatchObject({
      ok: false,
    });
  });
});

describe('an export', () => {
  test('imported into an empty register gives the same bytes and hashes', async () => {
    await importNow(archiveOf([editionText(1), editionText(2)], { organisations: [organisation] }));
    const files = await filesOf(register);
    const editions = files.filter((file) => file.path.endsWith('.md'));
    const other = await emptyRegister();
    const archive: Archive = {
      organisations: [organisation],
      works: [
        {
          name: testCharter,
          about: { steward: null, events: [] },
          editions: editions.map((file, index) => archivedEdition(testCharter, index + 1, file.text)),
        },
      ],
    };
    expect(await importArchive(other, archive, '2030-01-01T00:00:00.000Z')).toMatchObject({ ok: true });
    expect(await filesOf(other)).toEqual(files);
  });
});
