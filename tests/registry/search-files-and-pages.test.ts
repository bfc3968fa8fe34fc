import { afterAll, beforeAll, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { addresses } from '../../src/domain/addresses.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { type ExportedHit, exportSearch } from '../../src/registry/export-search.ts';
import { listSearchRecords } from '../../src/registry/list-search-records.ts';
import { searchRegister } from '../../src/registry/search-register.ts';
import { asOfNow } from '../../src/registry/steps/as-of-now.ts';
import { viewAnswer } from '../../src/search/answer-view.ts';
import { blocksOf } from '../../src/search/page-html.ts';
import type { ClauseView, ResultView } from '../../src/search/result-view.ts';
import { requestOf } from '../../src/search/search-request.ts';
import { whySentence } from '../../src/search/sentences.ts';
import { seedRegister } from '../../src/server/seed-register.ts';

const now = '2026-11-22T03:00:00.000Z';
let register: Register;
let texts: readonly string[];

beforeAll(async () => {
  register = openRegister({ file: ':memory:' });
  await seedRegister(register, now);
  const records = await Array.fromAsync(listSearchRecords(register, {}, '2026-11-22' as IsoDate));
  texts = records.flatMap((record) => blocksOf(record).map(({ text }) => text)).filter((text) => text !== '');
}, 120_000);
afterAll(() => register.close());

/** Questions from the texts themselves: words, two of them, quoted, years, names of clauses; narrowed now and then. */
function questionsFromTexts(count: number): readonly string[] {
  let state = 11;
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const text = (): string => (texts[below(texts.length)] ?? '').replaceAll('"', '');
  const word = (): string => {
    const words = text().split(/\s+/);
    return (words[below(words.length)] ?? '').slice(0, 20);
  };
  const kinds: readonly (() => string)[] = [
    word,
    () => `${word()} ${word()}`,
    () => `"${text().slice(0, 12)}"`,
    () => String(2550 + below(15)),
    () => `ข้อ ${1 + below(12)}`,
    () => text().slice(0, 6 + below(20)),
  ];
  const narrowed = ['', '', '', '&type=charters', '&edition=older', '&older=1', '&provenance=documented'];
  return Array.from(
    { length: count },
    () => `q=${encodeURIComponent(kinds[below(kinds.length)]?.() ?? '')}${narrowed[below(narrowed.length)]}`,
  );
}

const isMarked = (parts: readonly { readonly isMarked: boolean }[]): boolean =>
  parts.some((part) => part.isMarked);
const sections = ['preface', 'provision', 'file'];

/** What an edition of the file says, in the words of the page. */
function toldByFile(hit: ExportedHit) {
  const of = (kind: string): boolean => hit.found.some((one) => one.kind === kind);
  return {
    href: addresses.edition(hit, hit.number),
    why: hit.why,
    others: hit.otherEditions,
    title: of('title'),
    clauses: hit.found.filter(({ kind }) => sections.includes(kind)).length,
  };
}

const toldByPage = ({ href, title, clauses, moreClauses, others, why }: ResultView) => ({
  href,
  why: whySentence(why),
  others,
  title: isMarked(title),
  clauses: clauses.length + moreClauses,
});

/** What the page shows and the file does not have. */
function missing(result: ResultView, hit: ExportedHit | undefined): readonly string[] {
  const found = hit?.found ?? [];
  const addressesOf = found.map(({ eid }) => (eid === null ? result.href : `${result.href}#${eid}`));
  const has = (kind: string): boolean => found.some((one) => one.kind === kind);
  return [
    ...result.clauses.map(({ href }: ClauseView) => href).filter((href) => !addressesOf.includes(href)),
    ...(isMarked(result.placeLine) && !has('place') ? ['place'] : []),
    ...(result.aside.length > 0 && !has('facts') ? ['facts'] : []),
    ...(found.length === 0 ? ['everything'] : []),
  ];
}

test('a file has the editions, clauses, titles and reasons that the page of the search shows', async () => {
  const at = await asOfNow(register, now);
  let exact = 0;
  for (const question of questionsFromTexts(400)) {
    const request = requestOf(new URLSearchParams(question));
    const page = await searchRegister(register, request, now);
    const file = await exportSearch(register, request, at, 1, { places: 1e6, characters: 1e9 });
    expect([question, file.ok]).toEqual([question, page.ok]);
    if (!page.ok || !file.ok) continue;
    const { answer, types } = page.value;
    const { results } = await viewAnswer(answer, request, types, [], 1000);
    const isExpression = answer.suggestions.some(({ reason }) => reason === 'apart');
    const shown = answer.rung === 'exact' ? results : [];
    const hits = new Map(file.value.hits.map((hit) => [addresses.edition(hit, hit.number), hit]));
    if (!isExpression) expect([question, file.value.total]).toEqual([question, shown.length]);
    for (const result of shown) {
      const hit = hits.get(result.href);
      expect([question, missing(result, hit)]).toEqual([question, []]);
      expect([question, hit && toldByFile(hit)]).toEqual([question, toldByPage(result)]);
      for (const { href } of result.otherEditions)
        expect([question, hits.has(href)]).toEqual([question, true]);
    }
    exact += shown.length;
  }
  expect(exact).toBeGreaterThan(1000);
}, 120_000);
