import type { APIRoute } from 'astro';
import { dueAnswer } from './commitments/_due-answer.ts';

export const GET: APIRoute = ({ locals }) => dueAnswer(locals, {});
