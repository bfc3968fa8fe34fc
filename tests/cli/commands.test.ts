import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { editionText } from '../support/test-archive.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function registry(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/registry.ts', ...words], {
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function archiveWith(files: Readonly<Record<string, string>>): string {
  const root = join(folder, 'archive');
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

const place = { places: "['560118']" };

describe('the command line', () => {
  test('imports, verifies and exports the same bytes', () => {
    const archive = archiveWith({ 'charters/test-one/1.md': editionText(1, place) });
    expect(registry('tidy', archive)).toMatchObject({ status: 0 });
    expect(registry('import', archive)).toMatchObject({ status: 0 });
    expect(registry('verify').stdout).toContain('1 editions verified');
    expect(registry('export', join(folder, 'out')).status).toBe(0);
    expect(registry('import', join(folder, 'out')).stdout).toContain('1 editions were there already');
  });

  test('names file, line, field and reason of everything wrong, and stores nothing', () => {
    const archive = archiveWith({
      'charters/test-one/1.md': editionText(1, place),
      'charters/test-two/1.md': editionText(1, { ...place, legalNature: 'law' }),
      'charters/test-three/1.md': editionText(1, { ...place, colour: 'red' }),
    });
    const { status, stderr } = registry('import', archive);
    expect(status).toBe(1);
    expect(stderr).toContain('charters/test-two/1.md:6: "legalNature" is not one of the values');
    expect(stderr).toContain('charters/test-three/1.md:10: "colour" is not a field');
    expect(stderr).toContain('Nothing was imported.');
    expect(registry('verify').stdout).toContain('0 editions verified');
  });

  test('says in one sentence that a folder is not there', () => {
    const { status, stderr } = registry('import', join(folder, 'nowhere'));
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('does not write into a folder that holds something', () => {
    const out = archiveWith({ 'notes.txt': 'x' });
    expect(registry('export', out).stderr).toContain('is not empty');
    expect(readdirSync(out)).toEqual(['notes.txt']);
  });

  test('generates the same test data for the same seed', () => {
    expect(registry('generate', '--works', '20').stdout).toContain('Generated 20 test works');
    expect(registry('generate', '--works', '20').stdout).toContain('Generated 0 test works');
    expect(registry('generate', '--works', 'many').status).toBe(2);
  });

  test('answers an unknown command with its usage', () => {
    const { status, stderr } = registry('destroy');
    expect(status).toBe(2);
    expect(stderr).toContain('unknown command');
  });
});
