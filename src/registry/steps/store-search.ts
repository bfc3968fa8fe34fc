import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Connection } from '../../../db/connection.ts';
import { readSearchRecord, storeSearchEntry } from '../../../db/search-index.ts';
import type { Manifest } from '../../domain/edition.ts';
import type { SearchRecord } from '../../domain/search-record.ts';
import type { RenderedBody } from '../../render/render-markdown.ts';
import type { CatalogueFacts } from '../../search/live-catalogue.ts';
import { searchForm, tokenRowsOf } from '../../search/token-rows.ts';
import { searchRecordOf } from './search-record-of.ts';

/** Makes an edition findable, in the transaction that stores it. */
export async function storeSearchOf(
  transaction: Connection,
  edition: { readonly id: number; readonly manifest: Manifest; readonly isCurrent: boolean },
  text: Pick<RenderedBody, 'provisions' | 'preface'>,
): Promise<void> {
  await storeSearchRecord(transaction, edition.id, await searchRecordOf(transaction, edition, text));
}

/** Makes an edition findable by what its record says, and by the words that it was findable by from the beginning. */
export async function storeSearchRecord(
  transaction: Connection,
  editionId: number,
  now: SearchRecord,
): Promise<void> {
  const before = readSearchRecord(transaction, editionId);
  const record = before === null ? now : withFirstWords(now, recordOfEntry(before));
  const { type, typeLabel, provinces, year, provenance } = record;
  const facts: CatalogueFacts = { type, typeLabel, provinces, year, provenance };
  await storeSearchEntry(transaction, {
    editionId,
    form: searchForm,
    facts: JSON.stringify(facts),
    record: deflateRawSync(JSON.stringify(record)),
    tokens: tokenRowsOf(record),
  });
}

/** The record of a stored entry. Whether it is current may have changed since. */
export const recordOfEntry = (compressed: Buffer): SearchRecord =>
  JSON.parse(inflateRawSync(compressed).toString('utf8')) as SearchRecord;

/**
 * What an edition is called by the names of others (organisations, topics) stays as it was when it was published,
 * because searches as of a moment must go on finding it; what those are called now comes beside it.
 */
function withFirstWords(now: SearchRecord, { keywords }: SearchRecord): SearchRecord {
  if (now.keywords === keywords) return now;
  const known = new Set(keywords.split('\n'));
  const later = now.keywords.split('\n').filter((line) => !known.has(line));
  return { ...now, keywords, ...(later.length > 0 && { laterKeywords: later.join('\n') }) };
}
