import { type FeedSource, writeAtomFeed } from '../exports/atom-feed.ts';

/** An Atom feed of editions as an answer. */
export const feedAnswer = (source: FeedSource): Response => atomAnswer(writeAtomFeed(source));

export const atomAnswer = (body: string): Response => xmlAnswer(body, 'application/atom+xml');

export const xmlAnswer = (body: string, contentType = 'application/xml'): Response =>
  new Response(body, { headers: { 'Content-Type': `${contentType}; charset=utf-8` } });
