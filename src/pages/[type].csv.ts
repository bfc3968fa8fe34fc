import type { APIRoute } from 'astro';
import { listData } from './_list-data.ts';

export const GET: APIRoute = (context) => listData(context, 'csv');
