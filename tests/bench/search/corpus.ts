import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { SearchRecord } from '../../../src/search/search-record.ts';
import type { GoldQuery } from './score.ts';

const workSchema = z.object({
  id: z.string(),
  type: z.string(),
  province: z.string(),
  year: z.string(),
  title: z.string(),
  sections: z.array(z.object({ id: z.string(), h: z.string(), t: z.string() })),
});

const goldSchema = z.array(
  z.object({ id: z.string(), kind: z.string(), query: z.string(), relevant: z.array(z.string()) }),
);

/** Reads a corpus of test works, one JSON object a line, gzipped or not. The id becomes the address. */
export async function readCorpus(path: string): Promise<readonly SearchRecord[]> {
  const bytes = await readFile(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line) => toRecord(workSchema.parse(JSON.parse(line))));
}

/** Reads queries with the ids that answer them. */
export async function readGold(path: string): Promise<readonly GoldQuery[]> {
  const value: unknown = JSON.parse(await readFile(path, 'utf8'));
  const list = typeof value === 'object' && value !== null && 'queries' in value ? value.queries : value;
  return goldSchema.parse(list);
}

/** Only what the truth of the queries was made from: title and sections. */
function toRecord({ id, type, province, year, title, sections }: z.infer<typeof workSchema>): SearchRecord {
  return {
    url: id,
    workPath: id,
    isCurrent: true,
    title,
    type,
    typeLabel: '',
    editionLabel: '',
    placeLine: '',
    provinces: [province],
    year,
    provenance: 'test',
    keywords: '',
    sections: sections.map(({ id: eid, h, t }) => ({ eid, label: '', heading: h, text: t })),
  };
}
