import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { notStated } from '../../src/domain/fact.ts';
import { listColumns, writeListCsv } from '../../src/exports/list-csv.ts';
import type { ListExport, ListedEdition } from '../../src/exports/list-export.ts';
import { writeListJson } from '../../src/exports/list-json.ts';
import { aListedEdition, exportOrigin, hostileTitles } from '../support/an-export.ts';

const list = (works: readonly ListedEdition[], total = works.length): ListExport => ({
  asOf: '2026-11-22',
  total,
  works,
  path: '/charters?province=99',
  origin: exportOrigin,
});
const rowsOf = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

/** Cells that spreadsheets run as formulas: OWASP's list, full-width signs, and white space before them. */
const formulas = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
];

describe('a list as CSV', () => {
  test('begins with a byte order mark and is read back by a second program, row for row', async () => {
    const csv = await writeListCsv(list([aListedEdition(), aListedEdition({ title: 'มี "คำพูด", จุลภาค' })]));
    expect(csv.startsWith('\uFEFFtitle,')).toBe(true);
    const rows = rowsOf(csv);
    expect(Object.keys(rows[0] ?? {})).toEqual([...listColumns]);
    expect(rows.map((row) => row['title'])).toEqual(['ธรรมนูญตำบลทดสอบเหนือ', 'มี "คำพูด", จุลภาค']);
    expect(rows[0]).toMatchObject({
      edition: '1',
      label: 'ฉบับที่ ๖ พ.ศ. ๒๕๖๐',
      adopted_start: '2017-05-15',
      adopted_end: '2017-05-16',
      adopted_as_written: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐',
      place_codes: '990101',
      place_names: 'ต.ทดสอบเหนือ',
      standing: 'ประกาศใช้แล้ว',
      address: `${exportOrigin}/charters/test-north`,
      edition_address: `${exportOrigin}/charters/test-north/editions/1`,
      as_of: '2026-11-22',
    });
  });

  test('shows a fact that is not stated as empty beside its state', async () => {
    const row = rowsOf(
      await writeListCsv(list([aListedEdition({ label: notStated, adopted: notStated })])),
    )[0];
    expect([row?.['label'], row?.['label_state']]).toEqual(['', 'not_stated']);
    expect([row?.['adopted_start'], row?.['adopted_state']]).toEqual(['', 'not_stated']);
  });

  test.each([...formulas, ...hostileTitles])('holds %j as text on one line', async (title) => {
    const csv = await writeListCsv(list([aListedEdition({ title })]));
    expect(csv.trimEnd().split(/\r\n|\n|\r/)).toHaveLength(2);
    const cell = rowsOf(csv)[0]?.['title'] ?? '';
    expect(cell).not.toMatch(/^[\s=+\-@＝＋－＠]/);
    expect(cell.replace(/^'/, '')).toBe(title.replace(/[\s\p{Cc}]+/gu, ' ').trim());
  });

  test('says in its last row when it is not the whole list', async () => {
    expect(rowsOf(await writeListCsv(list([aListedEdition()], 3))).at(-1)?.['title']).toContain(
      '1 รายการแรกจาก 3 รายการ',
    );
    expect(rowsOf(await writeListCsv(list([aListedEdition()])))).toHaveLength(1);
  });
});

const shape = z.strictObject({
  asOf: z.string(),
  address: z.url(),
  total: z.int(),
  note: z.string().optional(),
  works: z.array(
    z.looseObject({
      title: z.string(),
      address: z.url(),
      editionAddress: z.url(),
      sha256: z.string().length(64),
      standing: z.string().nullable(),
      places: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    }),
  ),
});

describe('a list as JSON', () => {
  test('has the day, the address of the page, the total and every work', async () => {
    const document = shape.parse(JSON.parse(await writeListJson(list([aListedEdition()]))));
    expect(document).toMatchObject({
      asOf: '2026-11-22',
      address: `${exportOrigin}/charters?province=99`,
      total: 1,
    });
    expect(document.note).toBeUndefined();
  });

  test('says when it is not the whole list', async () => {
    expect(shape.parse(JSON.parse(await writeListJson(list([], 2)))).note).toContain('2 รายการ');
  });

  test('gives a model text no standing, because it stands nowhere', async () => {
    const document = shape.parse(
      JSON.parse(await writeListJson(list([aListedEdition({ provenance: 'model' })]))),
    );
    expect(document.works[0]?.standing).toBeNull();
  });
});
