import type { APIRoute } from 'astro';
import { writeOpenApi } from '../../api/openapi.ts';
import { dataAnswer } from '../_data-answer.ts';

/** The API as OpenAPI 3.1. */
export const GET: APIRoute = ({ locals }) =>
  dataAnswer({
    body: writeOpenApi(locals.origin),
    contentType: 'application/json; charset=utf-8',
    fileName: 'tammanoon.openapi.json',
  });
