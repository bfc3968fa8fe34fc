import type { APIContext } from 'astro';
import { addresses } from '../../domain/addresses.ts';
import { writeCommitmentListCsv } from '../../exports/commitment-list-csv.ts';
import { writeCommitmentListJson } from '../../exports/commitment-list-json.ts';
import { exportCommitments } from '../../registry/list-commitments.ts';
import { askedAsOf } from '../_as-of.ts';
import { dataAnswer, wrongQuestion } from '../_data-answer.ts';
import { askedCommitments } from './_asked.ts';

const formats = {
  csv: { contentType: 'text/csv; charset=utf-8; header=present', write: writeCommitmentListCsv },
  json: { contentType: 'application/json; charset=utf-8', write: writeCommitmentListJson },
} as const;

/** All commitments of a list as data, narrowed by the same parameters as its pages. */
export async function commitmentData(
  context: APIContext,
  extension: keyof typeof formats,
): Promise<Response> {
  const { locals, url, redirect } = context;
  const { register, origin } = locals;
  const asked = await askedAsOf(locals, url);
  if (asked.kind === 'moved') return redirect(asked.address, 302);
  const question = await askedCommitments(register, url.searchParams);
  const { query, problems } = question;
  const wrong = [...problems, ...(asked.problem === null ? [] : [asked.problem])];
  if (wrong.length > 0) return wrongQuestion(wrong, extension === 'json');
  const { asOf } = asked;
  const found = await exportCommitments(register, question, asOf);
  const path = addresses.commitmentList({ ...query, asOf: asOf.text });
  const { contentType, write } = formats[extension];
  return dataAnswer({
    body: write({ ...found, asOf: asOf.text, day: asOf.day, path, origin }),
    contentType,
    fileName: `commitments-${asOf.day}.${extension}`,
    title: ['พันธสัญญา', ...Object.values(query), asOf.day].join(' '),
  });
}
