import type { APIRoute } from 'astro';
import { addresses } from '../domain/addresses.ts';
import { registerName } from '../exports/citation.ts';
import { listLatest } from '../registry/list-latest.ts';
import { refusedData } from './_data-answer.ts';
import { feedAnswer } from './_feed-answer.ts';

/** The editions published last in the whole register. */
export const GET: APIRoute = async ({ locals }) => {
  const { register, origin, now } = locals;
  const latest = await listLatest(register, {});
  if (!latest.ok) return refusedData(latest.refusal, false);
  return feedAnswer({
    title: `${registerName}: ฉบับที่เผยแพร่ล่าสุด`,
    path: addresses.feed(),
    pagePath: addresses.home(),
    origin,
    editions: latest.value.editions,
    now,
  });
};
