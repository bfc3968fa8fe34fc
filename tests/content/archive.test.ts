import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { openRegister } from '../../db/connection.ts';
import { type Archive, readArchive } from '../../src/archive/read-archive.ts';
import { glossarySchema } from '../../src/catalogue/glossary.ts';
import { fillReferenceData } from '../../src/cli/reference-data.ts';
import { exportArchive } from '../../src/registry/export-archive.ts';
import { importArchive } from '../../src/registry/import-archive.ts';

const folder = 'content/archive';

let archive: Archive;
let register: Register;

beforeAll(async () => {
  const read = await readArchive(folder);
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  archive = read.value;
  register = openRegister({ file: ':memory:' });
  await fillReferenceData(register);
});

describe('the archive in git', () => {
  test('enters an empty register whole and leaves it byte for byte', async () => {
    const outcome = await importArchive(register, archive, '2026-11-22T00:00:00.000Z');
    expect(outcome).toMatchObject({ ok: true });
    for await (const file of exportArchive(register)) {
      expect(file.text, file.path).toBe(readFileSync(join(folder, file.path), 'utf8'));
    }
  });

  test('holds the thirty documented records and at least three model texts', () => {
    const ofProvenance = (provenance: string) =>
      archive.works.filter((work) => work.editions.at(-1)?.manifest.provenance === provenance);
    expect(ofProvenance('documented')).toHaveLength(30);
    expect(ofProvenance('model').map((work) => work.name.type)).toEqual(
      expect.arrayContaining(['charters', 'agreements', 'plans']),
    );
    expect(ofProvenance('test')).toHaveLength(0);
  });

  test('names a source and an evidence level for every documented record', () => {
    for (const { manifest, file } of archive.works.flatMap((work) => work.editions)) {
      if (manifest.provenance !== 'documented') continue;
      expect(manifest.sources.length, file).toBeGreaterThan(0);
      expect(manifest.evidenceLevel, file).not.toBeNull();
      expect(manifest.summary, file).not.toBeNull();
    }
  });

  test('has no invisible characters, doubled marks or decomposed sara am', () => {
    for (const { text, file } of archive.works.flatMap((work) => work.editions)) {
      expect(text.normalize('NFC'), file).toBe(text);
      expect(/[\u200b-\u200d\ufeff\u00ad]|เเ|\u0e4d[\u0e48-\u0e4b]?\u0e32/.exec(text), file).toBeNull();
    }
  });

  test('gives no telephone number, identity number or e-mail address of anyone', () => {
    for (const { text, file } of archive.works.flatMap((work) => work.editions)) {
      const withoutAddresses = text.replace(/https?:\/\/\S+/g, '');
      expect(
        /\b0[689]\d[- ]?\d{3}[- ]?\d{4}\b|\b\d{13}\b|\S+@\S+\.\S+/.exec(withoutAddresses),
        file,
      ).toBeNull();
    }
  });
});

test('the glossary is well formed and names nothing twice', () => {
  const entries = glossarySchema.parse(JSON.parse(readFileSync('content/glossary.json', 'utf8')));
  const slugs = entries.map((entry) => entry.slug);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(entries.length).toBeGreaterThanOrEqual(70);
});
