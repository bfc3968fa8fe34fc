import type { APIRoute } from 'astro';
import { addresses } from '../../../domain/addresses.ts';
import { registerName } from '../../../exports/citation.ts';
import { fullPlaceName } from '../../../i18n/place-names.ts';
import { listLatest } from '../../../registry/list-latest.ts';
import { refusedData } from '../../_data-answer.ts';
import { feedAnswer } from '../../_feed-answer.ts';

/** The editions published last in a place and the places inside it. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { register, origin, now } = locals;
  const { code = '' } = params;
  const latest = await listLatest(register, { place: code });
  if (!latest.ok) return refusedData(latest.refusal, false);
  const name = (latest.value.place ?? []).map(fullPlaceName).join(' ');
  return feedAnswer({
    title: `${registerName}: ${name}`,
    path: addresses.feed({ place: code }),
    pagePath: addresses.place(code),
    origin,
    editions: latest.value.editions,
    now,
  });
};
