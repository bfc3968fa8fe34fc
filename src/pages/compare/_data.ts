import type { APIContext } from 'astro';
import { addresses } from '../../domain/addresses.ts';
import { wordsOfTopic } from '../../domain/scheme.ts';
import { writeConcordanceCsv } from '../../exports/concordance-csv.ts';
import { writeConcordanceJson } from '../../exports/concordance-json.ts';
import { openConcordance } from '../../registry/open-concordance.ts';
import { askedAsOf } from '../_as-of.ts';
import { dataAnswer, wrongQuestion } from '../_data-answer.ts';
import { askedConcordance, codesOf } from './_asked.ts';

const formats = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: writeConcordanceCsv },
  json: { contentType: 'application/json; charset=utf-8', write: writeConcordanceJson },
} as const;

/** The clauses of a concordance as data, asked for by the same parameters as the page. */
export async function concordanceData(
  { locals, url, redirect }: APIContext,
  extension: keyof typeof formats,
): Promise<Response> {
  const then = await askedAsOf(locals, url);
  if (then.kind === 'moved') return redirect(then.address, 302);
  const { asOf } = then;
  const asked = await askedConcordance(locals, url.searchParams);
  if (asked.kind === 'moved') {
    const moved = { ...asked.query, asOf: then.isNow ? undefined : asOf.text };
    return redirect(addresses.concordanceFile(extension, moved), 302);
  }
  const { term, topic } = asked;
  const places = codesOf(asked.places);
  const problems = [
    ...asked.problems,
    ...(then.problem === null ? [] : [then.problem]),
    ...(asked.unclear === null ? [] : [`มีหลายพื้นที่ชื่อ “${asked.unclear.typed}” โปรดใช้รหัสพื้นที่`]),
    ...(topic === '' ? ['โปรดเลือกประเด็น'] : []),
    ...(places.length === 0 ? ['โปรดเลือกพื้นที่'] : []),
  ];
  if (problems.length > 0 || term === null) return wrongQuestion(problems, extension === 'json');
  const words = wordsOfTopic(term);
  const day = asked.day ?? asOf.day;
  const concordance = await openConcordance(locals.register, { words, places, day, asOf, extent: 'all' });
  const path = addresses.concordance({ topic, places, on: asked.on ?? day, asOf: asOf.text });
  const { contentType, write } = formats[extension];
  return dataAnswer({
    body: write({
      concordance,
      topic: { id: topic, label: term.label, words },
      asOf: asOf.text,
      path,
      origin: locals.origin,
    }),
    contentType,
    fileName: `compare-${topic.replace('/', '-')}-${day}.${extension}`,
    title: `เทียบข้อ ${term.label} ${day}`,
  });
}
