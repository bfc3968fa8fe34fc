import type { APIRoute } from 'astro';
import { rowsFile } from './_rows-file.ts';
import { networksFile } from './networks/_networks-file.ts';

export const GET: APIRoute = (context) => rowsFile(context, 'csv', networksFile);
