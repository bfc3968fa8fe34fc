import { type FeedSource, writeAtomFeed } from '../exports/atom-feed.ts';

/** An Atom feed as an answer. */
export const feedAnswer = (source: FeedSource): Response =>
  new Response(writeAtomFeed(source), { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });

export const xmlAnswer = (body: string, contentType = 'application/xml'): Response =>
  new Response(body, { headers: { 'Content-Type': `${contentType}; charset=utf-8` } });
