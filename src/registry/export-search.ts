import type { Connection, Register } from '../../db/connection.ts';
import { type KnownEdition, mapEditions } from '../../db/known-editions.ts';
import { mapOutlines } from '../../db/provisions.ts';
import { listTakenOut } from '../../db/search-rows.ts';
import type { ExactTier, FoundHere } from '../domain/found-place.ts';
import type { Provision } from '../domain/provision.ts';
import { accepted, type Result } from '../domain/result.ts';
import { startTurns } from '../search/give-way.ts';
import type { Hit, HitGroup } from '../search/hit.ts';
import type { Query, QueryRefusal } from '../search/query.ts';
import { whyFound } from '../search/result-view.ts';
import type { SearchRequest } from '../search/search-request.ts';
import { whySentence } from '../search/sentences.ts';
import { type AnswerAsOf, answerAsOf } from './steps/answer-as-of.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { describeExported, type ExportedWork } from './steps/describe-exported.ts';
import { foundHere } from './steps/found-here.ts';

/** An edition that answers a search, with every place in which something stands. */
export type ExportedHit = ExportedWork & {
  readonly isCurrent: boolean;
  /** How many other editions of the work answer too. */
  readonly otherEditions: number;
  readonly tier: ExactTier;
  /** Why it answers, in a sentence. */
  readonly why: string;
  readonly found: readonly FoundHere[];
};

export type ExportedSearch = {
  /** Works that answer, in all parts. */
  readonly total: number;
  readonly hits: readonly ExportedHit[];
  /** The first work of the next part, from 1; null in the last part. */
  readonly next: number | null;
};

/** A part ends with the work with which it has so many places, or so many characters of text. */
const mostOfPart = { places: 3_000, characters: 1_000_000 };
const worksAtOnce = 25;

/**
 * A part of what a search finds as of a moment, place by place: what stands in the texts as typed and nothing looser, in an
 * order in which nothing that is published later takes part (`answerAsOf`). All parts asked for as of the same moment
 * together are the whole answer, each work once.
 * Refused: a query that is too long, too short or empty, or has too many parts.
 * @param from the first work, from 1
 */
export async function exportSearch(
  register: Register,
  request: SearchRequest,
  asOf: KnownAsOf,
  from: number,
  most = mostOfPart,
): Promise<Result<ExportedSearch, QueryRefusal>> {
  const { read } = register;
  for (;;) {
    const answered = await answerAsOf(register, request, asOf);
    if (!answered.ok) return answered;
    const isWhole = (): boolean => listTakenOut(read).length === answered.value.takenOut;
    try {
      const part = await readPart(read, answered.value, { request, asOf, from, most });
      if (isWhole()) return accepted(part);
    } catch (error) {
      // What was published in error is gone in the middle of the reading: then it is searched anew without it.
      if (isWhole()) throw error;
    }
  }
}

type Asked = {
  readonly request: SearchRequest;
  readonly asOf: KnownAsOf;
  readonly from: number;
  readonly most: { readonly places: number; readonly characters: number };
};

async function readPart(
  read: Connection,
  { answer, editionOf }: AnswerAsOf,
  { request, asOf, from, most }: Asked,
): Promise<ExportedSearch> {
  const { groups, query } = answer;
  const giveWay = startTurns();
  const shownOf = (group: HitGroup): readonly Hit[] => (request.showsOlder ? group : group.slice(0, 1));
  const hits: ExportedHit[] = [];
  let [next, places, characters] = [from, 0, 0];
  const isFull = (): boolean => places >= most.places || characters >= most.characters;
  for (let first = from - 1; first < groups.length && !isFull(); first += worksAtOnce) {
    const some = groups.slice(first, first + worksAtOnce);
    const ids = some.flatMap(shownOf).map(({ page }) => editionOf(page));
    const openEdition = await openEditions(read, ids, asOf);
    for (const group of some) {
      if (isFull()) break;
      for (const hit of shownOf(group)) {
        await giveWay();
        const { edition, outline } = openEdition(editionOf(hit.page));
        const { isCurrent, found } = await readHit(hit, outline, query);
        const told = { tier: hit.tier as ExactTier, why: whySentence(whyFound(hit)) };
        hits.push({ ...edition, ...told, isCurrent, otherEditions: group.length - 1, found });
        places += found.length;
        characters += found.reduce((sum, { text }) => sum + text.length, 0);
      }
      next += 1;
    }
  }
  return { total: groups.length, hits, next: next > groups.length ? null : next };
}

async function readHit(
  hit: Hit,
  outline: Outline,
  query: Query,
): Promise<Pick<ExportedHit, 'isCurrent' | 'found'>> {
  const record = await hit.folder.readRecord(hit.page);
  return { isCurrent: record.isCurrent, found: foundHere(record, hit, outline, query) };
}

type Outline = readonly Omit<Provision, 'text'>[];
type OpenEdition = { readonly edition: KnownEdition & ExportedWork; readonly outline: Outline };

/** Some editions with what cites them, by their ids. Asking for one that readers may not read any more throws. */
async function openEditions(
  read: Connection,
  ids: readonly number[],
  asOf: KnownAsOf,
): Promise<(id: number) => OpenEdition> {
  const outlines = mapOutlines(read, ids);
  const known = await describeExported(read, [...mapEditions(read, ids).values()], asOf);
  const editions = new Map(known.map((edition) => [edition.editionId, edition]));
  return (id) => {
    const edition = editions.get(id);
    if (edition === undefined) throw new Error(`edition ${id} is not public`);
    return { edition, outline: outlines.get(id) ?? [] };
  };
}
