import type { APIContext } from 'astro';
import { writeSearchCsv } from '../exports/search-csv.ts';
import { writeSearchJson } from '../exports/search-json.ts';
import { searchChoiceSentences } from '../i18n/search-choices.ts';
import { exportSearch } from '../registry/export-search.ts';
import { knowProvince } from '../registry/know-province.ts';
import {
  fileAddressOf,
  inFixedForm,
  queryTextOf,
  requestOf,
  type SearchRequest,
  wrongChoices,
} from '../search/search-request.ts';
import { filesNote, nothingInFile, refusalSentence } from '../search/sentences.ts';
import { typeNames } from '../search/type-names.ts';
import { askedAsOf } from './_as-of.ts';
import { type DataFile, dataAnswer, wrongQuestion } from './_data-answer.ts';
import { readFirstWork } from './_first-work.ts';

const formats = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: writeSearchCsv },
  json: { contentType: 'application/json; charset=utf-8', write: writeSearchJson },
} as const;

/**
 * What a search finds as data, asked for by the same parameters as its page: one row for each place in which something
 * stands as typed, in parts that begin at the work `from`. The number of a page means nothing here.
 */
export async function searchData(
  { locals, url, redirect }: APIContext,
  extension: keyof typeof formats,
): Promise<Response> {
  const { register, origin } = locals;
  const asked = await askedAsOf(locals, url);
  if (asked.kind === 'moved') return redirect(asked.address, 302);
  const { asOf } = asked;
  const { from, problems } = readFirstWork(url.searchParams);
  const typed = requestOf(url.searchParams);
  const isProvince = await knowProvince(register, typed.chosen.province);
  const wrong = [
    ...wrongChoices(typed, typeNames, () => isProvince).map((key) => searchChoiceSentences[key]),
    ...(asked.problem === null ? [] : [asked.problem]),
    ...problems,
  ];
  if (wrong.length > 0) return wrongQuestion(wrong, extension === 'json');
  const request = inFixedForm(typed, typeNames);
  const found = await exportSearch(register, request, asOf, from);
  if (!found.ok) return wrongQuestion([refusalSentence(found.refusal)], extension === 'json');
  const { total, hits, next } = found.value;
  const nextPath = next === null ? null : fileAddressOf(request, extension, { asOf: asOf.text, from: next });
  const { contentType, write } = formats[extension];
  const body = await write({
    asOf: asOf.text,
    query: queryTextOf(request),
    total,
    hits,
    path: fileAddressOf(request, extension, { asOf: asOf.text }),
    nextPath,
    origin,
    note: filesNote,
    none: nothingInFile(request.q),
  });
  return dataAnswer({
    body,
    contentType,
    ...namesOf(request, asOf.day, from, extension),
    ...(nextPath !== null && { next: nextPath }),
  });
}

/** What the file is saved as. */
function namesOf(
  { q, chosen }: SearchRequest,
  day: string,
  from: number,
  extension: string,
): Pick<DataFile, 'fileName' | 'title'> {
  const part = from === 1 ? [] : [String(from)];
  const narrowed = Object.values(chosen).filter((value) => value !== '');
  return {
    fileName: `${['search', ...part, day].join('-')}.${extension}`,
    title: ['ค้นหา', q, ...narrowed, ...part, day].join(' '),
  };
}
