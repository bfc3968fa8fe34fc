import type { APIContext } from 'astro';
import { addresses } from '../../../domain/addresses.ts';
import { isSlug } from '../../../domain/work.ts';
import { writePartiesCsv } from '../../../exports/parties-csv.ts';
import { writePartiesJson } from '../../../exports/parties-json.ts';
import { openParties } from '../../../registry/open-parties.ts';
import { askedAsOf } from '../../_as-of.ts';
import { dataAnswer, notFoundData, refusedData, wrongQuestion } from '../../_data-answer.ts';

const formats = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: writePartiesCsv },
  json: { contentType: 'application/json; charset=utf-8', write: writePartiesJson },
} as const;

const isFormat = (text: string): text is keyof typeof formats => text in formats;

/**
 * The parties of an agreement as a file.
 * @param date the day, month or year of the address; null for today
 */
export async function partiesFile(context: APIContext, date: string | null): Promise<Response> {
  const { params, locals, url, redirect } = context;
  const { slug = '', format = '' } = params;
  if (!isSlug(slug) || !isFormat(format)) return notFoundData();
  const then = await askedAsOf(locals, url);
  if (then.kind === 'moved') return redirect(then.address, 302);
  if (then.problem !== null) return wrongQuestion([then.problem], format === 'json');
  const opened = await openParties(locals.register, slug, date, locals.now, then.asOf);
  if (!opened.ok) return refusedData(opened.refusal, format === 'json');
  if (opened.value.kind === 'same_day') {
    const past = then.isNow ? undefined : then.asOf.text;
    return redirect(addresses.partiesFile(slug, format, opened.value.date, past), 302);
  }
  const { page } = opened.value;
  const { contentType, write } = formats[format];
  return dataAnswer({
    body: write({ ...page, origin: locals.origin }),
    contentType,
    fileName: `agreements-${slug}-parties-${page.day}.${format}`,
    title: `ภาคี ${page.title} ณ ${page.day}`,
  });
}
