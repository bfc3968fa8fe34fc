import type { APIRoute } from 'astro';
import { isSlug } from '../../../domain/work.ts';
import { writeSpreadCsv } from '../../../exports/spread-csv.ts';
import { writeSpreadJson } from '../../../exports/spread-json.ts';
import { openSpread } from '../../../registry/open-spread.ts';
import { askedAsOf } from '../../_as-of.ts';
import { dataAnswer, notFoundData, refusedData, wrongQuestion } from '../../_data-answer.ts';

const formats = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: writeSpreadCsv },
  json: { contentType: 'application/json; charset=utf-8', write: writeSpreadJson },
} as const;

const isFormat = (text: string): text is keyof typeof formats => Object.hasOwn(formats, text);

/** What became of a case in other places, as a file. */
export const GET: APIRoute = async ({ params, locals, url, redirect }) => {
  const { slug = '', format = '' } = params;
  if (!isSlug(slug) || !isFormat(format)) return notFoundData();
  const then = await askedAsOf(locals, url);
  if (then.kind === 'moved') return redirect(then.address, 302);
  if (then.problem !== null) return wrongQuestion([then.problem], format === 'json');
  const opened = await openSpread(locals.register, slug, locals.now, then.asOf);
  if (!opened.ok) return refusedData(opened.refusal, format === 'json');
  const { contentType, write } = formats[format];
  const { work } = opened.value;
  const { day } = then.asOf;
  return dataAnswer({
    body: write({ ...opened.value, origin: locals.origin }),
    contentType,
    fileName: `cases-${slug}-spread-${day}.${format}`,
    title: `การขยายผล ${work.title} ณ ${day}`,
  });
};
