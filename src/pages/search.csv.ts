import type { APIRoute } from 'astro';
import { searchData } from './_search-data.ts';

export const GET: APIRoute = (context) => searchData(context, 'csv');
