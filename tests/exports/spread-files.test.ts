import { expect, test } from 'vitest';
import { spreadColumns, writeSpreadCsv } from '../../src/exports/spread-csv.ts';
import { spreadDocument, spreadShape, writeSpreadJson } from '../../src/exports/spread-json.ts';
import { testChain } from '../../src/specimens/data/places.ts';
import { testSpread } from '../../src/specimens/data/spread.ts';

const spread = { ...testSpread, origin: 'https://example.org' };

test('a spread as CSV has a row for each statement, so that two ends stand in two rows of one adoption', () => {
  const [head = '', ...rows] = writeSpreadCsv(spread).replace('\ufeff', '').trimEnd().split('\r\n');
  expect(head.split(',')).toEqual(spreadColumns);
  expect(rows).toHaveLength(7);
  const contested = rows.filter((row) => row.includes(',date,'));
  expect(contested.map((row) => row.split(',')[0])).toEqual(['1', '1']);
  expect(contested.map((row) => row.includes('2018'))).toEqual([false, true]);
});

test('a spread as JSON has every adoption with whole addresses of both clauses and the editions that tell of them', () => {
  const read = JSON.parse(writeSpreadJson(spread)) as {
    adopters: number;
    adoptions: { adopterName: string; statements: { adaptedAddress: string | null; toldIn: string }[] }[];
  };
  expect(read.adopters).toBe(testSpread.adopters);
  expect(read.adoptions).toHaveLength(testSpread.adoptions.length);
  expect(read.adoptions[0]?.statements[0]).toMatchObject({
    adaptedAddress: 'https://example.org/charters/test-north/editions/2#cl-4',
    toldIn: 'https://example.org/charters/test-north/editions/1',
  });
});

test('a spread as JSON is as its shape says, also where the register does not know an end', () => {
  const read: unknown = JSON.parse(writeSpreadJson(spread));
  expect(spreadShape.safeParse(read)).toMatchObject({ success: true, data: read });
  expect(spreadShape.safeParse({ ...(read as object), more: 1 }).success).toBe(false);
});

test('an adopter stands in the place that it names and not in the province around it', () => {
  const read = spreadDocument(spread);
  expect(read.adoptions.flatMap(({ places }) => places)).toContain(testChain[0]?.code);
  expect(read.adoptions.flatMap(({ places }) => places)).not.toContain(testChain.at(-1)?.code);
});
