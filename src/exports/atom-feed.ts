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

export type FeedSource = {
  readonly title: string;
  /** Path of the feed, and of the page it belongs to. */
  readonly path: string;
  readonly pagePath: string;
  readonly origin: string;
  /** Latest first. */
  readonly editions: readonly FeedEdition[];
  /** The moment of a feed without entries. */
  readonly now: Instant;
};

/** An Atom feed (RFC 4287). Ids are permanent addresses, `updated` is the moment of publication. */
export function writeAtomFeed({ title, path, pagePath, origin, editions, now }: FeedSource): string {
  const whole = (of: string) => new URL(of, origin).href;
  const feed = new Feed({
    title: plain(title),
    id: whole(path),
    link: whole(pagePath),
    feedLinks: { atom: whole(path) },
    language: 'th',
    updated: new Date(editions[0]?.publishedAt ?? now),
    author: { name: registerName, link: whole(addresses.home()) },
    generator: 'Tammanoon',
    copyright: '',
  });
  for (const edition of editions) {
    const address = whole(addresses.edition(edition, edition.number));
    const at = new Date(edition.publishedAt);
    feed.addItem({
      title: asHtml(titleOf(edition)),
      id: address,
      link: address,
      date: at,
      published: at,
      description: asHtml(summaryOf(edition.card)),
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
