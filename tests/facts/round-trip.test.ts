import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEditionFile } from '../../src/archive/edition-file.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { isWorkType } from '../../src/domain/work.ts';
import { applySection, formOf, keysOf } from '../../src/facts/apply-section.ts';
import { sections } from '../../src/facts/sections/index.ts';
import { settleForm } from '../../src/facts/settle-form.ts';
import type { Typed } from '../../src/facts/typed.ts';
import { toDisplayForm } from '../../src/thai/normal-form.ts';

const manifests = globSync('content/archive/*/*/*.md').map((file) => {
  const [, type = '', slug = '', number = ''] = /archive\/([^/]+)\/([^/]+)\/(\d+)\.md$/.exec(file) ?? [];
  if (!isWorkType(type)) throw new Error(`${file} has no type`);
  const read = readEditionFile(readFileSync(file, 'utf8'), file, { type, slug }, Number(number));
  if (!read.ok) throw new Error(`${file} cannot be read`);
  return [`${type}/${slug}/${number}`, read.value.manifest] as const;
});

/** What arrives of a form that a browser sends untouched. */
const sentBack = (typed: Typed): Typed =>
  new Map(
    [...typed]
      .filter(([name, value]) => !(name.endsWith('~inferred') && value === ''))
      .map(([name, value]) => [name, toDisplayForm(value.replaceAll('\n', '\r\n').replace(/\r\n?/g, '\n'))]),
  );

function throughEveryForm(manifest: Manifest): Manifest {
  return sections.reduce((content, section) => {
    const typed = settleForm(section.fields(content), sentBack(formOf(section, content)));
    const applied = applySection(section, content, typed);
    if (!applied.ok) throw new Error(`${section.key}: ${JSON.stringify(applied.refusal)}`);
    return applied.value;
  }, manifest);
}

describe('the forms of facts', () => {
  test.each(manifests)('lose nothing of %s', (_name, manifest) => {
    expect(throughEveryForm(manifest)).toEqual(manifest);
  });

  test('take every key of a manifest but the text, its names and the account of its change, each once', () => {
    const [, manifest] = manifests[0] ?? [];
    if (!manifest) throw new Error('there are manifests');
    const keys = sections.flatMap((section) => keysOf(section, manifest));
    const elsewhere = ['format', 'type', 'slug', 'edition', 'changeKind', 'changeNote', 'summary', 'body'];
    expect([...keys, ...elsewhere].toSorted()).toEqual(Object.keys(manifest).toSorted());
  });

  test('are put to the test by every kind of fact that the archive has', () => {
    expect(manifests.length).toBeGreaterThan(30);
    const text = JSON.stringify(manifests);
    for (const kind of ['given', 'not_stated', 'none', 'disputed', 'fiscal_year'])
      expect(text).toContain(`"${kind}"`);
  });
});
