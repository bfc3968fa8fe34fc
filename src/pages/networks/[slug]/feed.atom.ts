import type { APIRoute } from 'astro';
import { addresses } from '../../../domain/addresses.ts';
import { registerName } from '../../../exports/citation.ts';
import { listLatest } from '../../../registry/list-latest.ts';
import { refusedData } from '../../_data-answer.ts';
import { feedAnswer } from '../../_feed-answer.ts';

/** The editions published last of the works that came out of a network. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { register, origin, now } = locals;
  const { slug = '' } = params;
  const latest = await listLatest(register, { network: slug });
  if (!latest.ok) return refusedData(latest.refusal, false);
  return feedAnswer({
    title: `${registerName}: ${latest.value.network?.name ?? slug}`,
    path: addresses.feed({ network: slug }),
    pagePath: addresses.network(slug),
    origin,
    editions: latest.value.editions,
    now,
  });
};
