import type { APIRoute } from 'astro';
import { partiesFile } from './_parties-file.ts';

export const GET: APIRoute = (context) => partiesFile(context, null);
