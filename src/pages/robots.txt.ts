import type { APIRoute } from 'astro';
import { writeRobots } from '../exports/robots.ts';

export const GET: APIRoute = ({ locals }) =>
  new Response(writeRobots(locals.origin), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
