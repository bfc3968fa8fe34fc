import type { APIRoute } from 'astro';
import { rowsFile } from './_rows-file.ts';
import { placesFile } from './places/_places-file.ts';

export const GET: APIRoute = (context) => rowsFile(context, 'csv', placesFile(context.url));
