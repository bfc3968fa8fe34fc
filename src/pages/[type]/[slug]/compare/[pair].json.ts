import type { APIRoute } from 'astro';
import { comparisonDocument } from '../../../../api/shapes/comparison.ts';
import { addresses } from '../../../../domain/addresses.ts';
import { compareEditions } from '../../../../registry/compare-editions.ts';
import { dataAnswer, notFoundData, refusedData } from '../../../_data-answer.ts';
import { nameOf } from '../_name-of.ts';
import { pairOf } from './_pair-of.ts';

/** The difference between two editions as a value. */
export const GET: APIRoute = async ({ params, locals, redirect }) => {
  const name = nameOf(params);
  const pair = pairOf(params['pair'] ?? '');
  if (name === null || pair === null) return notFoundData();
  const { a, b } = pair;
  const opened = await compareEditions(locals.register, name, a, b);
  if (!opened.ok) return refusedData(opened.refusal, true);
  if (a === b) return redirect(addresses.editionFile(name, a, 'json'), 302);
  return dataAnswer({
    body: `${JSON.stringify(comparisonDocument(opened.value, locals.origin), null, 1)}\n`,
    contentType: 'application/json; charset=utf-8',
    fileName: `${name.type}-${name.slug}-compare-${a}-${b}.json`,
    title: `${opened.value.after.manifest.title} เทียบลำดับที่ ${a} กับ ${b}`,
  });
};
