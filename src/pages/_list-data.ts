import type { APIContext } from 'astro';
import { documentType } from '../catalogue/index.ts';
import { addresses } from '../domain/addresses.ts';
import { isWorkType } from '../domain/work.ts';
import { writeListCsv } from '../exports/list-csv.ts';
import { writeListJson } from '../exports/list-json.ts';
import { exportWorks } from '../registry/export-works.ts';
import { dataAnswer, notFoundData, wrongQuestion } from './_data-answer.ts';
import { knownValues } from './_known-values.ts';
import { readListQuery } from './_list-query.ts';

const formats = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: writeListCsv },
  json: { contentType: 'application/json; charset=utf-8', write: writeListJson },
} as const;

/** All rows of a list as data, narrowed by the same parameters as its pages; the number of a page means nothing here. */
export async function listData(
  { params, locals, url }: APIContext,
  extension: keyof typeof formats,
): Promise<Response> {
  const { register, origin, now } = locals;
  const { type = '' } = params;
  if (!isWorkType(type)) return notFoundData();
  const exists = await knownValues(register, url.searchParams);
  const { filter, order, problems, query } = readListQuery(type, url.searchParams, exists);
  if (problems.length > 0) return wrongQuestion(problems, extension === 'json');
  const path = addresses.list(type, query);
  const list = { ...(await exportWorks(register, filter, order, now)), path, origin };
  const { contentType, write } = formats[extension];
  const narrowed = Object.values(query).map((value) => value.replace('/', '-'));
  return dataAnswer({
    body: write(list),
    contentType,
    fileName: `${[type, ...narrowed, list.asOf].join('-')}.${extension}`,
    title: [documentType(type).listLabel, ...narrowed, list.asOf].join(' '),
  });
}
