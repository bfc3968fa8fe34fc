import { type EvidenceLevel, evidenceLevels, type Source } from '../../../domain/edition.ts';
import type { FieldProblem } from '../../../domain/errors.ts';
import { given, notStated } from '../../../domain/fact.ts';
import { accepted, type Result, refused } from '../../../domain/result.ts';
import { parseWrittenDate } from '../../../thai/parse-date.ts';
import { typedText } from '../../_read-form.ts';

const maximum = { sourceTitle: 500, sourcePublisher: 300, sourceUrl: 2000 } as const;

/**
 * The source that a form names: one that the draft has, or a new one under the next free id.
 * Refused: every problem with a new one, at its field.
 */
export function readSourceForm(
  form: ReadonlyMap<string, string>,
  sources: readonly Source[],
): Result<Source, readonly FieldProblem[]> {
  const chosen = sources.find(({ id }) => id === form.get('sourceId'));
  if (chosen) return accepted(chosen);
  const value = (name: string): string => typedText(form, name).replace(/\s+/g, ' ').trim();
  const problems: FieldProblem[] = [];
  const title = value('sourceTitle');
  const url = value('sourceUrl');
  if (title === '') problems.push({ field: 'sourceTitle', reason: 'required' });
  for (const [field, length] of Object.entries(maximum)) {
    if (value(field).length > length) problems.push({ field, reason: 'too_long' });
  }
  const isLink = /^https?:\/\/\S+$/i.test(url) && URL.canParse(url);
  if (url !== '' && !isLink) problems.push({ field: 'sourceUrl', reason: 'bad_link' });
  const [published, retrieved] = ['sourcePublished', 'sourceRetrieved'].map((field) => {
    const words = value(field);
    const date = words === '' ? null : parseWrittenDate(words);
    const isDay = date?.precision === 'day' && date.end === null;
    if (words !== '' && (date === null || (field === 'sourceRetrieved' && !isDay))) {
      problems.push({ field, reason: 'not_a_date', found: words.slice(0, 80) });
    }
    return date;
  });
  if (problems.length > 0) return refused(problems);
  return accepted({
    id: freeId(sources),
    title,
    publisher: value('sourcePublisher') || null,
    url: url || null,
    published: published ? given(published) : notStated,
    retrieved: retrieved?.start ?? null,
    evidenceLevel: levelOf(form.get('evidenceLevel')),
    note: null,
  });
}

const levelOf = (value: string | undefined): EvidenceLevel | null =>
  evidenceLevels.find((level) => level === value) ?? null;

function freeId(sources: readonly Source[]): string {
  const taken = new Set(sources.map(({ id }) => id));
  let number = sources.length + 1;
  while (taken.has(`s${number}`)) number += 1;
  return `s${number}`;
}
