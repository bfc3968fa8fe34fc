import type { APIContext } from 'astro';
import { writeCoverageCsv, writeCoverageFactsCsv } from '../../exports/coverage-csv.ts';
import { writeCoverageJson } from '../../exports/coverage-json.ts';
import { tellCoverage } from '../../registry/tell-coverage.ts';
import { askedAsOf } from '../_as-of.ts';
import { dataAnswer, wrongQuestion } from '../_data-answer.ts';

const csv = 'text/csv; charset=utf-8; header=present';
const files = {
  csv: { extension: 'csv', contentType: csv, write: writeCoverageCsv },
  facts: { extension: 'csv', contentType: csv, write: writeCoverageFactsCsv },
  json: { extension: 'json', contentType: 'application/json; charset=utf-8', write: writeCoverageJson },
} as const;

/** What the register has and has not as a file; with `rows=facts` the CSV tells how often each fact is stated. */
export async function coverageData(
  { locals, url, redirect }: APIContext,
  extension: 'csv' | 'json',
): Promise<Response> {
  const asked = await askedAsOf(locals, url);
  if (asked.kind === 'moved') return redirect(asked.address, 302);
  const rows = url.searchParams.get('rows') ?? '';
  const isKnown = rows === '' || (rows === 'facts' && extension === 'csv');
  const problems = [
    ...(asked.problem === null ? [] : [asked.problem]),
    ...(isKnown ? [] : ['ไม่มีชนิดของแถวที่ระบุในที่อยู่ เลือกได้ facts']),
  ];
  if (problems.length > 0) return wrongQuestion(problems, extension === 'json');
  const { contentType, write } = files[rows === 'facts' ? 'facts' : extension];
  const coverage = await tellCoverage(locals.register, asked.asOf);
  return dataAnswer({
    body: write({ ...coverage, origin: locals.origin }),
    contentType,
    fileName: `coverage${rows === '' ? '' : `-${rows}`}-${asked.asOf.day}.${extension}`,
    title: `ขอบเขตของทะเบียน ${asked.asOf.day}`,
  });
}
