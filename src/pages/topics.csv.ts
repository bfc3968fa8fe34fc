import type { APIRoute } from 'astro';
import { rowsFile } from './_rows-file.ts';
import { topicsFile } from './topics/_topics-file.ts';

export const GET: APIRoute = (context) => rowsFile(context, 'csv', topicsFile);
