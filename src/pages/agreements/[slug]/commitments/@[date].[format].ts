import type { APIRoute } from 'astro';
import { commitmentsFile } from '../_commitments-file.ts';

export const GET: APIRoute = (context) => commitmentsFile(context, context.params['date'] ?? '');
