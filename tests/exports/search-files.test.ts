import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { FoundHere } from '../../src/domain/found-place.ts';
import { searchColumns, writeSearchCsv } from '../../src/exports/search-csv.ts';
import { searchFileShape, writeSearchJson } from '../../src/exports/search-json.ts';
import type { SearchExport } from '../../src/exports/search-rows.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { aListedEdition, exportOrigin, hostileTitles } from '../support/an-export.ts';

const asOf = '2026-11-22T09:00:00.000+07:00';
const note = 'เฉพาะที่ตรงตามที่พิมพ์';
const none = 'ไม่พบเอกสาร';

const inTitle: FoundHere = {
  kind: 'title',
  eid: null,
  provision: null,
  heading: null,
  text: 'ธรรมนูญตำบลทดสอบเหนือ',
  words: ['ทดสอบ'],
  otherWords: [],
};

/** A clause of this Markdown as a place in which something was found. */
function inClause(markdown: string, changes: Partial<FoundHere> = {}): FoundHere {
  const [provision = null] = renderBody(markdown).provisions;
  const eid = provision?.eid ?? null;
  return { ...inTitle, kind: 'provision', eid, provision, text: provision?.text ?? '', ...changes };
}

const found: readonly FoundHere[] = [
  inTitle,
  { ...inTitle, kind: 'facts', text: 'อบต.ทดสอบ\nแหล่งทดสอบ', words: [], otherWords: ['อบต.ทดสอบ'] },
  inClause('### ข้อ ๕ ลำเหมือง\n\nขุดลอกลำเหมือง\n\nทดสอบทุกปี', { words: ['ลำเหมือง', 'ทดสอบ'] }),
  { ...inTitle, kind: 'file', eid: 'file-5e5e5e5e5e5e', heading: 'ภาพสแกน', text: 'ลงชื่อทดสอบ' },
];

function search(places: readonly FoundHere[], changes: Partial<SearchExport> = {}): SearchExport {
  const standing = { isCurrent: true, otherEditions: 2, tier: 'phrase', why: 'ตรงตามที่พิมพ์: “ทดสอบ”' } as const;
  const hits = [{ ...aListedEdition(), ...standing, found: places }];
  const about = { asOf, query: 'q=ทดสอบ', path: '/search.csv?q=x', nextPath: null, origin: exportOrigin };
  return { ...about, total: 1, hits, note, none, ...changes };
}

const rowsOf = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true }) as Record<string, string>[];
const csvRows = async (exported: SearchExport) => rowsOf(await writeSearchCsv(exported));

describe('what a search found as CSV', () => {
  test('is a row for each place, with its words, its permanent address and its citation', async () => {
    const csv = await writeSearchCsv(search(found));
    expect(csv.split('\r\n')[0]).toBe(`\ufeff${searchColumns.join(',')}`);
    const rows = rowsOf(csv);
    const edition = `${exportOrigin}/charters/test-north/editions/1`;
    expect(rows.map((row) => [row['found_in'], row['address'], row['words']])).toEqual([
      ['title', edition, 'ทดสอบ'],
      ['facts', edition, ''],
      ['provision', `${edition}#cl-5`, 'ลำเหมือง; ทดสอบ'],
      ['file', `${edition}#file-5e5e5e5e5e5e`, 'ทดสอบ'],
    ]);
    expect(rows[1]).toMatchObject({ text: 'อบต.ทดสอบ; แหล่งทดสอบ', other_words: 'อบต.ทดสอบ' });
    expect(rows[2]).toMatchObject({
      provision_id: 'cl-5',
      provision_number: '5',
      heading: 'ลำเหมือง',
      text: 'ขุดลอกลำเหมือง ทดสอบทุกปี',
      current: 'yes',
      match: 'phrase',
      other_editions: '2',
      sha256: 'ab'.repeat(32),
      place_codes: '990101',
      place_names: 'ต.ทดสอบเหนือ',
      query: 'q=ทดสอบ',
      note,
      as_of: asOf,
    });
    expect(rows[2]?.['citation']).toContain(`ข้อ ๕ ลำเหมือง. ใน ธรรมนูญตำบลทดสอบเหนือ.`);
    expect(rows[2]?.['citation']).toContain(`${edition}#cl-5`);
    expect(rows[3]).toMatchObject({ heading: 'ภาพสแกน', text: 'ลงชื่อทดสอบ' });
    expect(rows[3]?.['citation']).toContain('ภาพสแกน. ใน');
  });

  test('leads to the next part in its last row, and says in a row when nothing was found', async () => {
    const long = await csvRows(search(found, { nextPath: '/search.csv?q=x&from=2' }));
    expect(long.at(-1)).toMatchObject({ address: `${exportOrigin}/search.csv?q=x&from=2`, as_of: asOf });
    expect(await csvRows(search([], { total: 0, hits: [] }))).toMatchObject([
      { title: none, note, query: 'q=ทดสอบ', as_of: asOf },
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '\t=1'])(
    'holds %j as text, wherever it stands',
    async (formula) => {
      const place = inClause(`### ข้อ 1 ${formula}\n\n${formula.trim().replace(/^[+-]/, '\\$&')}`, {
        words: [formula],
      });
      const manifest = { title: formula };
      const hits = [{ ...search([place]).hits[0], ...aListedEdition(manifest), found: [place] }];
      const csv = await writeSearchCsv(search([], { hits: hits as SearchExport['hits'] }));
      const row = rowsOf(csv)[0] ?? {};
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@＝\t]/);
      for (const column of ['title', 'words', 'text']) expect(row[column]).toMatch(/^'/);
      expect(csv.trimEnd().split(/\r\n|\n|\r/)).toHaveLength(2);
    },
  );

  test.each(hostileTitles)('keeps the title %j in its cell', async (title) => {
    const hits = [{ ...search(found).hits[0], ...aListedEdition({ title }), found }];
    const rows = await csvRows(search([], { hits: hits as SearchExport['hits'] }));
    expect(rows).toHaveLength(found.length);
  });
});

test('what a search found as JSON says the same, in the shape that is told', async () => {
  const document = searchFileShape.parse(JSON.parse(await writeSearchJson(search(found))));
  const rows = await csvRows(search(found));
  expect(document.found.map(({ address }) => address)).toEqual(rows.map((row) => row['address']));
  expect(document.found.map(({ citation }) => citation)).toEqual(rows.map((row) => row['citation']));
  expect(document.found.map((row) => row.provision?.id ?? null)).toEqual([null, null, 'cl-5', null]);
  expect(document).toMatchObject({ asOf, rung: 'exact', note, total: 1, next: null, query: 'q=ทดสอบ' });
  const nothing = searchFileShape.parse(
    JSON.parse(await writeSearchJson(search([], { total: 0, hits: [] }))),
  );
  expect(nothing).toMatchObject({ note: none, total: 0, found: [] });
});
