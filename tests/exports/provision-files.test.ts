import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Manifest } from '../../src/domain/edition.ts';
import { provisionColumns, writeProvisionCsv } from '../../src/exports/provision-csv.ts';
import { writeProvisionJson } from '../../src/exports/provision-json.ts';
import type { ProvisionExport } from '../../src/exports/provision-rows.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { aListedEdition, exportOrigin } from '../support/an-export.ts';

const asOf = '2026-11-22T09:00:00.000+07:00';

function list(body: string, changes: Partial<ProvisionExport> = {}, manifest: Partial<Manifest> = {}) {
  const { provisions } = renderBody(body);
  const works = [{ ...aListedEdition(manifest), provisions }];
  return { asOf, total: 1, works, path: '/charters', nextPath: null, origin: exportOrigin, ...changes };
}

const rowsOf = (csv: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' });

const body = '## หมวด 1 น้ำ\n\n### ข้อ ๕ ลำเหมือง\n\nทุกบ้านช่วยกัน\n\nวรรคสองทดสอบ';

describe('a list by provisions as CSV', () => {
  test('cites each provision with its edition, dates, sources, address and as-of date', async () => {
    const csv = await writeProvisionCsv(list(body));
    expect(csv.startsWith('\uFEFFtitle,')).toBe(true);
    const rows = rowsOf(csv);
    expect(Object.keys(rows[0] ?? {})).toEqual([...provisionColumns]);
    expect(rows.map((row) => row['provision_id'])).toEqual(['ch-1', 'cl-5', 'cl-5-p-1', 'cl-5-p-2']);
    expect(rows[1]).toMatchObject({
      edition: '1',
      provision_kind: 'clause',
      provision_number: '5',
      provision_label: 'ข้อ ๕',
      heading: 'ลำเหมือง',
      inside: 'ch-1',
      text: 'ทุกบ้านช่วยกัน วรรคสองทดสอบ',
      adopted_start: '2017-05-15',
      adopted_end: '2017-05-16',
      address: `${exportOrigin}/charters/test-north/editions/1#cl-5`,
      edition_address: `${exportOrigin}/charters/test-north/editions/1`,
      as_of: asOf,
    });
  });

  test('keeps a work without a text as one row without a provision', async () => {
    const rows = rowsOf(await writeProvisionCsv(list('')));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      provision_id: '',
      address: `${exportOrigin}/charters/test-north/editions/1`,
    });
  });

  test('leads to the next part in its last row', async () => {
    const rows = rowsOf(await writeProvisionCsv(list(body, { nextPath: '/charters.csv?from=2' })));
    expect(rows.at(-1)).toMatchObject({ address: `${exportOrigin}/charters.csv?from=2`, as_of: asOf });
  });

  test.each(['\\=1+1', '\\+1', '\\-1', '\\@SUM(A1)', '＝1+1'])(
    'holds %j in a text as text',
    async (formula) => {
      const csv = await writeProvisionCsv(list(`### ข้อ 1 ${formula}\n\n${formula}`));
      const row = rowsOf(csv)[0];
      expect(row?.['text']).toMatch(/^'/);
      expect(row?.['heading']).not.toMatch(/^[=+\-@＝]/);
      expect(csv.trimEnd().split(/\r\n|\n|\r/)).toHaveLength(3);
    },
  );
});

test('a list by provisions as JSON says the same, with null for what is missing', async () => {
  const shape = z.looseObject({
    asOf: z.literal(asOf),
    total: z.literal(1),
    next: z.null(),
    provisions: z.array(
      z.looseObject({ address: z.url(), provision: z.looseObject({ id: z.string() }).nullable() }),
    ),
  });
  const document = shape.parse(JSON.parse(await writeProvisionJson(list(body))));
  expect(document.provisions.map(({ provision }) => provision?.id)).toContain('cl-5');
  const empty = shape.parse(JSON.parse(await writeProvisionJson(list(''))));
  expect(empty.provisions.map(({ provision }) => provision)).toEqual([null]);
});
