import type { APIRoute } from 'astro';
import { concordanceData } from './compare/_data.ts';

export const GET: APIRoute = (context) => concordanceData(context, 'json');
