import type { APIRoute } from 'astro';
import { writePartiesSchema } from '../../exports/parties-json.ts';
import { dataAnswer } from '../_data-answer.ts';

/** What the files of parties hold, as JSON Schema. */
export const GET: APIRoute = () =>
  dataAnswer({
    body: writePartiesSchema(),
    contentType: 'application/schema+json; charset=utf-8',
    fileName: 'parties.schema.json',
  });
