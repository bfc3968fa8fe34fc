import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageKinds } from '../support/page-kinds.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const folder = new URL('../../dist/client/_astro/', import.meta.url);

let server: BuiltServer;
/** The classes that each built style sheet names. */
let sheets: ReadonlyMap<string, ReadonlySet<string>>;
beforeAll(async () => {
  server = await startBuiltServer();
  sheets = new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.css'))
      .map((file) => [file, classesNamedIn(readFileSync(new URL(file, folder), 'utf8'))]),
  );
}, 120_000);
afterAll(() => server?.remove());

const classesNamedIn = (css: string): ReadonlySet<string> =>
  new Set([...css.replace(/url\([^)]*\)/g, '').matchAll(/\.([a-z][\w-]*)/g)].map(([, name = '']) => name));

const loadedBy = (html: string): readonly string[] =>
  [...html.matchAll(/<link rel="stylesheet" href="\/_astro\/([^"]+)"/g)].map(([, file = '']) => file);

/** The classes of a page for which the site has rules, none of which the page loads. */
function unstyledIn(html: string, loaded = loadedBy(html)): readonly string[] {
  const known = new Set([...sheets.values()].flatMap((names) => [...names]));
  const there = new Set(loaded.flatMap((file) => [...(sheets.get(file) ?? [])]));
  const used = new Set(
    [...html.matchAll(/ class="([^"]+)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  );
  return [...used].filter((name) => known.has(name) && !there.has(name));
}

const open = async (address: string): Promise<string> => (await fetch(server.origin + address)).text();

/** A card stands in a document of its own with its style inside. */
const { card: _card, 'card-silent': _silent, ...kinds } = pageKinds;

describe('the style sheets of a page', () => {
  test.each(Object.entries(kinds))('have the rules for what stands on it: %s', async (_kind, address) => {
    expect(unstyledIn(await open(address))).toEqual([]);
  });

  test('control: a page is noticed that lacks the sheet of its type', async () => {
    const html = await open('/plans/model-resilience-plan');
    const lacking = loadedBy(html).filter((file) => !file.startsWith('plans.'));
    expect(unstyledIn(html, lacking)).toContain('indicator');
  });
});
