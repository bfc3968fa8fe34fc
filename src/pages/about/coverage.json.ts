import type { APIRoute } from 'astro';
import { coverageData } from './_coverage-data.ts';

export const GET: APIRoute = (context) => coverageData(context, 'json');
