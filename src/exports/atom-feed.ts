import { Feed } from 'feed';
import { addresses } from '../domain/addresses.ts';
import type { EditionCard } from '../domain/edition-card.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { WorkName } from '../domain/work.ts';
import { changeKindLabels, provenanceNotices } from '../i18n/labels.ts';
import { registerName } from './citation.ts';
import { oneLine } from './edition-export.ts';
import { xmlText } from './xml.ts';

export type FeedEdition = WorkName & {
  readonly number: number;
  readonly publishedAt: Instant;
  readonly card: EditionCard;
};

/** An entry of a feed; `path` is its permanent address without the origin. */
export type FeedEntry = {
  readonly title: string;
  readonly path: string;
  readonly at: Instant;
  readonly summary: string;
};

export type Feedable = {
  readonly title: string;
  /** Path of the feed, and of the page it belongs to. */
  readonly path: string;
  readonly pagePath: string;
  readonly origin: string;
  /** The moment of a feed without entries. */
  readonly now: Instant;
};

/** Editions latest first. */
export type FeedSource = Feedable & { readonly editions: readonly FeedEdition[] };

/** A feed of editions; `updated` is the moment of publication. */
export const writeAtomFeed = ({ editions, ...feed }: FeedSource): string =>
  writeFeed({
    ...feed,
    entries: editions.map((edition) => ({
      title: titleOf(edition),
      path: addresses.edition(edition, edition.number),
      at: edition.publishedAt,
      summary: summaryOf(edition.card),
    })),
  });

/** An Atom feed (RFC 4287). Ids are permanent addresses. @param source.entries latest first */
export function writeFeed(source: Feedable & { readonly entries: readonly FeedEntry[] }): string {
  const { title, path, pagePath, origin, entries, now } = source;
  const whole = (of: string) => new URL(of, origin).href;
  const feed = new Feed({
    title: plain(title),
    id: whole(path),
    link: whole(pagePath),
    feedLinks: { atom: whole(path) },
    language: 'th',
    updated: new Date(entries[0]?.at ?? now),
    author: { name: registerName, link: whole(addresses.home()) },
    generator: 'Tammanoon',
    copyright: '',
  });
  for (const entry of entries) {
    const address = whole(entry.path);
    const at = new Date(entry.at);
    feed.addItem({
      title: asHtml(entry.title),
      id: address,
      link: address,
      date: at,
      published: at,
      description: asHtml(entry.summary),
    });
  }
  return feed.atom1();
}

function titleOf({ card, number }: FeedEdition): string {
  return `${card.title} ${card.label.kind === 'given' ? card.label.value : `ฉบับลำดับที่ ${number}`}`;
}

function summaryOf({ provenance, changeKind, changeNote, summary }: EditionCard): string {
  const parts = [provenanceNotices[provenance], changeKindLabels[changeKind], changeNote, summary];
  return parts.filter((part) => part !== null).join(' · ');
}

/** Titles and summaries of entries are of type `html`, so plain text is escaped once here and once by the writer. */
const asHtml = (text: string): string => xmlText(plain(text));

const plain = (text: string): string => oneLine(text);
