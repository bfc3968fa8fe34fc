import type { APIRoute } from 'astro';
import { dueAnswer } from '../../commitments/_due-answer.ts';

/** When the commitments of a network's agreements are due. */
export const GET: APIRoute = ({ locals, params }) => dueAnswer(locals, { network: params['slug'] ?? '' });
