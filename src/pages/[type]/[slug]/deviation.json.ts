import type { APIRoute } from 'astro';
import { deviationDocument } from '../../../api/shapes/deviation.ts';
import { openDeviation } from '../../../registry/open-deviation.ts';
import { askedAsOf } from '../../_as-of.ts';
import { dataAnswer, notFoundData, refusedData, wrongQuestion } from '../../_data-answer.ts';
import { nameOf } from './_name-of.ts';

/** How the current edition of a work differs from its model, as a value. */
export const GET: APIRoute = async ({ params, locals, url, redirect }) => {
  const name = nameOf(params);
  if (name === null) return notFoundData();
  const then = await askedAsOf(locals, url);
  if (then.kind === 'moved') return redirect(then.address, 302);
  if (then.problem !== null) return wrongQuestion([then.problem], true);
  const opened = await openDeviation(locals.register, name, locals.now, then.asOf);
  if (!opened.ok) return refusedData(opened.refusal, true);
  return dataAnswer({
    body: `${JSON.stringify(deviationDocument(name, opened.value, locals.origin), null, 1)}\n`,
    contentType: 'application/json; charset=utf-8',
    fileName: `${name.type}-${name.slug}-deviation.json`,
    title: `${opened.value.manifest.title} เทียบกับแม่แบบ`,
  });
};
