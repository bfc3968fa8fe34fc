import type { APIRoute } from 'astro';
import { documentType } from '../../catalogue/index.ts';
import { addresses } from '../../domain/addresses.ts';
import { isWorkType } from '../../domain/work.ts';
import { registerName } from '../../exports/citation.ts';
import { listLatest } from '../../registry/list-latest.ts';
import { notFoundData, refusedData } from '../_data-answer.ts';
import { feedAnswer } from '../_feed-answer.ts';

/** The editions of one type published last. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { register, origin, now } = locals;
  const { type = '' } = params;
  if (!isWorkType(type)) return notFoundData();
  const latest = await listLatest(register, { type });
  if (!latest.ok) return refusedData(latest.refusal, false);
  return feedAnswer({
    title: `${registerName}: ${documentType(type).listLabel}`,
    path: addresses.feed({ type }),
    pagePath: addresses.list(type),
    origin,
    editions: latest.value.editions,
    now,
  });
};
