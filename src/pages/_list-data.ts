import type { APIContext } from 'astro';
import { documentType } from '../catalogue/index.ts';
import { readListQuery } from '../catalogue/list-query.ts';
import { addresses } from '../domain/addresses.ts';
import type { ListFilter, ListOrder } from '../domain/list-filter.ts';
import { isWorkType, type WorkType } from '../domain/work.ts';
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
  readonly type: WorkType;
  readonly filter: ListFilter;
  readonly order: ListOrder;
  /** The question in its fixed form, with `asOf`. */
  readonly query: Readonly<Record<string, string>>;
  readonly asOf: KnownAsOf;
};

/**
 * All rows of a list as data, narrowed by the same parameters as its pages: a work a row, or with `rows=provisions`
 * a provision a row, in parts that begin at the work `from`. The number of a page means nothing here.
 */
export async function listData(context: APIContext, extension: Extension): Promise<Response> {
  const { params, locals, url, redirect } = context;
  const { register } = locals;
  const { type = '' } = params;
  if (!isWorkType(type)) return notFoundData();
  const asked = await askedAsOf(locals, url);
  if (asked.kind === 'moved') return redirect(asked.address, 302);
  const exists = await knownValues(register, url.searchParams);
  const { filter, order, problems, query } = readListQuery(type, url.searchParams, exists);
  const rows = readRows(url.searchParams);
  const wrong = [...problems, ...(asked.problem === null ? [] : [asked.problem]), ...rows.problems];
  if (wrong.length > 0) return wrongQuestion(wrong, extension === 'json');
  const { asOf } = asked;
  const list = { type, filter, order, query: { ...query, asOf: asOf.text }, asOf };
  return dataAnswer(
    rows.kind === 'works'
      ? await worksFile(locals, list, extension)
      : await provisionsFile(locals, list, extension, rows.from),
  );
}

async function worksFile(
  { register, origin }: App.Locals,
  { type, filter, order, query, asOf }: AskedList,
  extension: Extension,
): Promise<DataFile> {
  const { contentType, writeWorks } = formats[extension];
  const path = addresses.list(type, query);
  const works = await exportWorks(register, filter, order, asOf);
  const body = writeWorks({ ...works, asOf: asOf.text, path, origin });
  return { body, contentType, ...namesOf(type, query, [], extension) };
}

async function provisionsFile(
  { register, origin }: App.Locals,
  { type, filter, order, query, asOf }: AskedList,
  extension: Extension,
  from: number,
): Promise<DataFile> {
  const { contentType, writeProvisions } = formats[extension];
  const path = addresses.list(type, query);
  const part = await exportProvisions(register, filter, order, asOf, from);
  const nextPath =
    part.next === null
      ? null
      : addresses.listFile(type, extension, { ...query, rows: 'provisions', from: part.next });
  const body = await writeProvisions({ ...part, asOf: asOf.text, path, nextPath, origin });
  const names = namesOf(type, query, ['provisions', ...(from === 1 ? [] : [String(from)])], extension);
  return { body, contentType, ...names, ...(nextPath !== null && { next: nextPath }) };
}

/** What the file is saved as; an instant without the signs that file systems refuse. */
function namesOf(
  type: WorkType,
  query: AskedList['query'],
  rest: readonly string[],
  extension: Extension,
): Pick<DataFile, 'fileName' | 'title'> {
  const narrowed = [
    ...rest,
    ...Object.values(query).map((value) => value.replace(/\.\d+\+07:00$/, '').replace(/[/:]/g, '-')),
  ];
  return {
    fileName: `${[type, ...narrowed].join('-')}.${extension}`,
    title: [documentType(type).listLabel, ...narrowed].join(' '),
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
