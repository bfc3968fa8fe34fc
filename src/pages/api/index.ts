import type { APIRoute } from 'astro';
import { addresses } from '../../domain/addresses.ts';

/** Who types the beginning of the addresses is shown what is there. */
export const GET: APIRoute = ({ redirect }) => redirect(addresses.about('api'), 302);
