import type { APIRoute } from 'astro';
import { answerOperation } from '../../../api/answer-operation.ts';

/** Every operation of `src/api/operations`. */
export const GET: APIRoute = ({ params, url, locals }) =>
  answerOperation(params['path'] ?? '', url.searchParams, locals);
