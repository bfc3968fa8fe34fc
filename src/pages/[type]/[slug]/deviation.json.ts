import type { APIRoute } from 'astro';
import { addresses } from '../../../domain/addresses.ts';
import { deviationText } from '../../../i18n/lineage.ts';
import { openDeviation } from '../../../registry/open-deviation.ts';
import { dataAnswer, notFoundData, refusedData } from '../../_data-answer.ts';
import { nameOf } from './_name-of.ts';

/**
 * How the current edition of a work differs from its model, as a value: `edition` and `model` by number, title and
 * permanent address; `counts` of clauses and blanks; `parts` in the order of the text, each `verbatim` (with what was
 * filled in), `adapted` (words as runs from the model to the text), `added` or `left_out`.
 */
export const GET: APIRoute = async ({ params, locals }) => {
  const name = nameOf(params);
  if (name === null) return notFoundData();
  const opened = await openDeviation(locals.register, name, locals.now);
  if (!opened.ok) return refusedData(opened.refusal, true);
  const { manifest, sha256, model, deviation, asOf } = opened.value;
  const whole = (address: string) => new URL(address, locals.origin).href;
  const document = {
    address: whole(addresses.deviation(name)),
    asOf: asOf.text,
    edition: {
      ...{ number: manifest.edition, title: manifest.title, sha256 },
      address: whole(addresses.edition(name, manifest.edition)),
    },
    model: {
      ...{ work: `${model.type}/${model.slug}`, number: model.number, title: model.title },
      address: whole(addresses.edition(model, model.number)),
    },
    summary: deviationText(deviation.counts),
    ...deviation,
  };
  return dataAnswer({
    body: `${JSON.stringify(document, null, 1)}\n`,
    contentType: 'application/json; charset=utf-8',
    fileName: `${name.type}-${name.slug}-deviation.json`,
    title: `${manifest.title} เทียบกับแม่แบบ`,
  });
};
