import type { APIRoute } from 'astro';
import { writeCommitmentListSchema } from '../../exports/commitment-list-json.ts';
import { dataAnswer } from '../_data-answer.ts';

/** What the files of commitments hold, as JSON Schema. */
export const GET: APIRoute = () =>
  dataAnswer({
    body: writeCommitmentListSchema(),
    contentType: 'application/schema+json; charset=utf-8',
    fileName: 'commitment-list.schema.json',
  });
