import type { APIRoute } from 'astro';
import { commitmentData } from './commitments/_commitment-data.ts';

export const GET: APIRoute = (context) => commitmentData(context, 'csv');
