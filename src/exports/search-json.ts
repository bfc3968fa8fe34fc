import { z } from 'zod';
import { exactTiers, foundKinds } from '../domain/found-place.ts';
import { asOfShape, namedPlaceShape } from './list-json.ts';
import { provisionRowShape } from './provision-json.ts';
import { rowsJsonInTurns } from './rows-json.ts';
import { type SearchExport, searchRows } from './search-rows.ts';

/** A place in which something of what was searched stands, with what cites it. */
const foundShape = provisionRowShape.extend({
  isCurrent: z.boolean().describe('Whether this was the current edition of its work'),
  otherEditions: z.int().min(0).describe('Other editions of the work that answer'),
  places: z.array(namedPlaceShape).readonly(),
  match: z.enum(exactTiers),
  why: z.string(),
  foundIn: z.enum(foundKinds),
  words: z.array(z.string()).readonly(),
  otherWords: z.array(z.string()).readonly(),
  heading: z.string().nullable().describe('Of a file; that of a provision is in `provision`'),
  text: z.string().nullable().describe('What stands there; that of a provision is in `provision`'),
  citation: z.string(),
});

/** What `/search.json` holds. */
export const searchFileShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('This file from its first part on, in its fixed form'),
  query: z.string().describe('The question in its fixed form'),
  rung: z.literal('exact').describe('Only what stands in the texts as typed'),
  note: z.string(),
  total: z.int().min(0).describe('Works that answer, in all parts'),
  next: z.url().nullable(),
  found: z.array(foundShape).readonly(),
});

/** `{ asOf, address, query, rung, note, total, next, found }`, one place to a line; `total` counts works. */
export function writeSearchJson(search: SearchExport): Promise<string> {
  const { asOf, path, nextPath, origin, query, total, note, none } = search;
  const head = {
    asOf,
    address: new URL(path, origin).href,
    query,
    rung: 'exact',
    note: total === 0 ? none : note,
    total,
    next: nextPath === null ? null : new URL(nextPath, origin).href,
  };
  return rowsJsonInTurns(head, 'found', searchRows(search));
}
