import type { APIRoute } from 'astro';
import { dueAnswer } from '../../commitments/_due-answer.ts';

/** When the commitments are due that an organisation keeps as a party. */
export const GET: APIRoute = ({ locals, params }) =>
  dueAnswer(locals, { organisation: params['slug'] ?? '' });
