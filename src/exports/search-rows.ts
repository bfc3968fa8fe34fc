import type { ExactTier, FoundHere } from '../domain/found-place.ts';
import { citationIn, provisionCitation, thaiCitation } from './citation.ts';
import { oneLine } from './edition-export.ts';
import { citableOf, type ListedEdition, namedPlace } from './list-export.ts';
import { addressIn, editionColumnsOf, provisionOf } from './provision-rows.ts';

/** An edition that answers a search, with every place in which something stands. */
export type ListedHit = ListedEdition & {
  readonly isCurrent: boolean;
  readonly otherEditions: number;
  readonly tier: ExactTier;
  readonly why: string;
  readonly found: readonly FoundHere[];
};

/** What a search found as of a moment, place by place; a part of it when it is long. */
export type SearchExport = {
  readonly asOf: string;
  /** The question in its fixed form, as the query of an address. */
  readonly query: string;
  /** Works that answer, in all parts. */
  readonly total: number;
  readonly hits: readonly ListedHit[];
  /** Path and query of this file from its first part on, with `asOf`. */
  readonly path: string;
  /** Path and query of the next part; null in the last one. */
  readonly nextPath: string | null;
  readonly origin: string;
  /** That only what stands in the texts as typed is here. */
  readonly note: string;
  /** That nothing was found, in a sentence. */
  readonly none: string;
};

/** The rows of all editions as both formats tell them, made one edition at a time. */
export function* searchRows({ hits, origin }: SearchExport): Iterable<SearchRow> {
  for (const hit of hits) yield* rowsOfHit(hit, origin);
}

export type SearchRow = ReturnType<typeof rowsOfHit>[number];

/** The places of one edition, each with what cites it. */
function rowsOfHit(hit: ListedHit, origin: string) {
  const edition = editionColumnsOf(hit, origin);
  const places = hit.places.map(namedPlace);
  return hit.found.map((found) => ({
    ...edition,
    isCurrent: hit.isCurrent,
    otherEditions: hit.otherEditions,
    places,
    match: hit.tier,
    why: hit.why,
    foundIn: found.kind,
    words: found.words,
    otherWords: found.otherWords,
    provision: found.provision && provisionOf(found.provision),
    heading: found.provision === null ? found.heading : null,
    text: found.provision === null ? found.text : null,
    address: found.eid === null ? edition.editionAddress : addressIn(hit, found.eid, origin),
    citation: citationOfPlace(hit, found, origin),
  }));
}

function citationOfPlace(hit: ListedHit, { provision, eid, heading }: FoundHere, origin: string): string {
  const cited = citableOf(hit, origin);
  if (provision !== null) return provisionCitation(cited, provision);
  return eid === null ? thaiCitation(cited) : citationIn(cited, oneLine(heading ?? ''), eid);
}
