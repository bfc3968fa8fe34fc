import type { APIContext } from 'astro';
import { readListQuery } from '../catalogue/list-query.ts';
import type { ListFilter, ListOrder } from '../domain/list-filter.ts';
import { isWorkType } from '../domain/work.ts';
import { writeListCsv } from '../exports/list-csv.ts';
import { writeListJson } from '../exports/list-json.ts';
import { writeProvisionCsv } from '../exports/provision-csv.ts';
import { writeProvisionJson } from '../exports/provision-json.ts';
import { exportProvisions } from '../registry/export-provisions.ts';
import { exportWorks } from '../registry/export-works.ts';
import type { KnownAsOf } from '../registry/know-as-of.ts';
import { askedAsOf } from './_as-of.ts';
import { type DataFile, dataAnswer, notFoundData, wrongQuestion } from './_data-answer.ts';
import { readFirstWork } from './_first-work.ts';
import { knownValues } from './_known-values.ts';
import { listOfType, type SiteList } from './_site-list.ts';

const formats = {
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    writeWorks: writeListCsv,
    writeProvisions: writeProvisionCsv,
  },
  json: {
    contentType: 'application/json; charset=utf-8',
    writeWorks: writeListJson,
    writeProvisions: writeProvisionJson,
  },
} as const;

type Extension = keyof typeof formats;

type AskedList = {
  readonly list: SiteList;
  readonly filter: ListFilter;
  readonly order: ListOrder;
  /** The question in its fixed form, with `asOf`. */
  readonly query: Readonly<Record<string, string>>;
  readonly asOf: KnownAsOf;
};

/** The list of the type that an address names, as data. */
export function typeData(context: APIContext, extension: Extension): Promise<Response> | Response {
  const { type = '' } = context.params;
  return isWorkType(type) ? listData(context, listOfType(type), extension) : notFoundData();
}

/**
 * All rows of a list as data, narrowed by the same parameters as its pages: a work a row, or with `rows=provisions`
 * a provision a row, in parts that begin at the work `from`. The number of a page means nothing here.
 */
export async function listData(
  { locals, url, redirect }: APIContext,
  list: SiteList,
  extension: Extension,
): Promise<Response> {
  const { register } = locals;
  const asked = await askedAsOf(locals, url);
  if (asked.kind === 'moved') return redirect(asked.address, 302);
  const exists = await knownValues(register, url.searchParams);
  const { filter, order, problems, query } = readListQuery(list.base, url.searchParams, exists);
  const rows = readRows(url.searchParams);
  const wrong = [...problems, ...(asked.problem === null ? [] : [asked.problem]), ...rows.problems];
  if (wrong.length > 0) return wrongQuestion(wrong, extension === 'json');
  const { asOf } = asked;
  const known = { list, filter, order, query: { ...query, asOf: asOf.text }, asOf };
  return dataAnswer(
    rows.kind === 'works'
      ? await worksFile(locals, known, extension)
      : await provisionsFile(locals, known, extension, rows.from),
  );
}

async function worksFile(
  { register, origin }: App.Locals,
  { list, filter, order, query, asOf }: AskedList,
  extension: Extension,
): Promise<DataFile> {
  const { contentType, writeWorks } = formats[extension];
  const path = list.address(query);
  const works = await exportWorks(register, filter, order, asOf);
  const body = await writeWorks({ ...works, asOf: asOf.text, path, origin });
  return { body, contentType, ...namesOf(list, query, [], extension) };
}

async function provisionsFile(
  { register, origin }: App.Locals,
  { list, filter, order, query, asOf }: AskedList,
  extension: Extension,
  from: number,
): Promise<DataFile> {
  const { contentType, writeProvisions } = formats[extension];
  const path = list.address(query);
  const part = await exportProvisions(register, filter, order, asOf, from);
  const nextPath =
    part.next === null
      ? null
      : list.fileAddress(extension, { ...query, rows: 'provisions', from: part.next });
  const body = await writeProvisions({ ...part, asOf: asOf.text, path, nextPath, origin });
  const names = namesOf(list, query, ['provisions', ...(from === 1 ? [] : [String(from)])], extension);
  return { body, contentType, ...names, ...(nextPath !== null && { next: nextPath }) };
}

/** What the file is saved as; an instant without the signs that file systems refuse. */
function namesOf(
  { name, label }: SiteList,
  query: AskedList['query'],
  rest: readonly string[],
  extension: Extension,
): Pick<DataFile, 'fileName' | 'title'> {
  const narrowed = [
    ...rest,
    ...Object.values(query).map((value) => value.replace(/\.\d+\+07:00$/, '').replace(/[/:]/g, '-')),
  ];
  return {
    fileName: `${[name, ...narrowed].join('-')}.${extension}`,
    title: [label, ...narrowed].join(' '),
  };
}

type Rows = {
  readonly kind: 'works' | 'provisions';
  readonly from: number;
  readonly problems: readonly string[];
};

function readRows(params: URLSearchParams): Rows {
  const rows = (params.get('rows') ?? '').trim();
  const { from, problems } = readFirstWork(params);
  const isKnown = ['', 'works', 'provisions'].includes(rows);
  return {
    kind: rows === 'provisions' ? 'provisions' : 'works',
    from,
    problems: [...(isKnown ? [] : ['ไม่มีชนิดของแถวที่ระบุในที่อยู่ เลือกได้ works หรือ provisions']), ...problems],
  };
}
