import type { APIRoute } from 'astro';
import { writeCommitmentsSchema } from '../../exports/commitments-json.ts';
import { dataAnswer } from '../_data-answer.ts';

/** What the files of commitments hold, as JSON Schema. */
export const GET: APIRoute = () =>
  dataAnswer({
    body: writeCommitmentsSchema(),
    contentType: 'application/schema+json; charset=utf-8',
    fileName: 'commitments.schema.json',
  });
