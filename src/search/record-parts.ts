import type { SearchRecord } from './search-record.ts';

/**
 * Characters of text indexed by one Pagefind process, which takes some 400 bytes of memory for each. A part is closed
 * after the work that reaches this.
 */
const charactersPerPart = 750_000;

/** Works in one base folder: its catalogue, which every visitor loads first, stays below 100 KB. */
const worksPerShard = 20_000;

/** Records for one Pagefind process, and how many works they belong to. */
export type Part = { readonly records: readonly SearchRecord[]; readonly works: number };

/**
 * Cuts a stream of records into parts without parting the editions of a work.
 * Throws when the editions of a work do not come together.
 */
export async function* inParts(records: AsyncIterable<SearchRecord>): AsyncGenerator<Part> {
  const seen = new Set<string>();
  let part: SearchRecord[] = [];
  let works = 0;
  let characters = 0;
  for await (const record of records) {
    if (part.at(-1)?.workPath !== record.workPath) {
      if (seen.has(record.workPath))
        throw new Error(`the editions of ${record.workPath} do not come together`);
      seen.add(record.workPath);
      if (characters >= charactersPerPart) {
        yield { records: part, works };
        part = [];
        works = 0;
        characters = 0;
      }
      works += 1;
    }
    part.push(record);
    characters += charactersIn(record);
  }
  if (part.length > 0) yield { records: part, works };
}

function charactersIn({ title, keywords, sections }: SearchRecord): number {
  return sections.reduce(
    (sum, { heading, text }) => sum + heading.length + text.length,
    title.length + keywords.length,
  );
}

/** The parts of the next shard, from a stream that goes on afterwards. */
export async function* upToShard(parts: AsyncIterator<Part>): AsyncIterable<readonly SearchRecord[]> {
  for (let works = 0; works < worksPerShard; ) {
    const part = await parts.next();
    if (part.done === true) return;
    works += part.value.works;
    yield part.value.records;
  }
}

/** The records of each part. */
export async function* recordsOf(parts: AsyncIterable<Part>): AsyncIterable<readonly SearchRecord[]> {
  for await (const { records } of parts) yield records;
}
