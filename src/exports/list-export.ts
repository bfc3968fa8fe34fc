import { addresses } from '../domain/addresses.ts';
import type { Provenance } from '../domain/edition.ts';
import type { EditionCard } from '../domain/edition-card.ts';
import { givenValue } from '../domain/fact.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { PlaceChain } from '../domain/place.ts';
import { shortPlaceLine } from '../domain/place-label.ts';
import type { Standing } from '../domain/timeline.ts';
import type { WorkName, WorkType } from '../domain/work.ts';
import { standingLabels } from '../i18n/standings.ts';
import { type Citable, thaiCitation } from './citation.ts';

/** A list with everything in it, as it stood at a moment. */
export type ListExport = {
  /** As of when, as `AsOf.text` says it; the rows asked for again as of then are the same. */
  readonly asOf: string;
  /** Works that fit the filter; more than `works` has when the list is too long for one file. */
  readonly total: number;
  readonly works: readonly ListedEdition[];
  /** Path and query of the page whose rows these are, with `asOf`. */
  readonly path: string;
  readonly origin: string;
};

export type ListedEdition = WorkName & {
  readonly number: number;
  readonly card: EditionCard;
  readonly sha256: string;
  readonly publishedAt: Instant;
  readonly standing: Standing;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
  readonly sources: readonly { readonly title: string; readonly url: string | null }[];
};

/** What citing an edition of a list takes. */
export const citableOf = (work: ListedEdition, origin: string): Citable => {
  const { type, slug, number: edition, sha256, publishedAt } = work;
  const { title, label, adopted } = work.card;
  return { manifest: { type, slug, edition, title, label, adopted }, sha256, publishedAt, origin };
};

/** One work as both list formats tell it. A fact that is not given is null beside its state. */
export function rowOf(work: ListedEdition, origin: string) {
  const { card } = work;
  const { label, adopted } = card;
  const date = givenValue(adopted);
  return {
    title: card.title,
    type: work.type,
    slug: work.slug,
    subtype: card.subtype,
    edition: work.number,
    label: givenValue(label),
    labelState: label.kind,
    adopted: date,
    adoptedState: adopted.kind,
    places: work.places.map(namedPlace),
    possiblePlaces: work.possiblePlaces.map(namedPlace),
    ...toldStanding(work.type, card.provenance, work.standing),
    provenance: card.provenance,
    evidenceLevel: card.evidenceLevel,
    legalNature: card.legalNature,
    topics: card.topics,
    summary: card.summary,
    sources: work.sources,
    citation: thaiCitation(citableOf(work, origin)),
    address: new URL(addresses.work(work), origin).href,
    editionAddress: new URL(addresses.edition(work, work.number), origin).href,
    sha256: work.sha256,
    publishedAt: work.publishedAt,
  };
}

export const namedPlace = (chain: PlaceChain) => ({
  code: chain[0]?.code ?? '',
  name: shortPlaceLine(chain),
});

/** Where a work stands, as a code and in words. A model text stands nowhere, so the site shows no standing for it either. */
export const toldStanding = (type: WorkType, provenance: Provenance, standing: Standing) =>
  provenance === 'model'
    ? { standing: null, standingLabel: null }
    : { standing, standingLabel: standingLabels[type][standing] };

/** Why a file does not hold the whole list; null when it does. */
export function shortfall({
  total,
  works,
}: Pick<ListExport, 'total'> & { readonly works: readonly unknown[] }): string | null {
  if (works.length >= total) return null;
  return `แฟ้มนี้มี ${works.length} รายการแรกจาก ${total} รายการ โปรดกรองรายการให้แคบลงเพื่อให้ได้ครบ`;
}
