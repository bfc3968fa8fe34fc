import type { APIRoute } from 'astro';
import { writeOpenSearch } from '../exports/open-search.ts';
import { xmlAnswer } from './_feed-answer.ts';

export const GET: APIRoute = ({ locals }) =>
  xmlAnswer(writeOpenSearch(locals.origin), 'application/opensearchdescription+xml');
