import type { APIRoute } from 'astro';
import { typeData } from './_list-data.ts';

export const GET: APIRoute = (context) => typeData(context, 'json');
