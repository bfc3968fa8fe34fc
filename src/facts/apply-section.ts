import { readPart } from '../catalogue/read-part.ts';
import type { Manifest } from '../domain/edition.ts';
import type { FieldProblem } from '../domain/errors.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { controlOf } from './control-of.ts';
import { fillForm } from './fill-form.ts';
import { readForm } from './read-form.ts';
import type { Section } from './section.ts';
import type { Typed } from './typed.ts';

/** The keys of a manifest that a section holds. */
export const keysOf = (section: Section, content: Manifest): readonly (keyof Manifest)[] =>
  section.fields(content).map(({ key }) => key);

/** The form of a section as the content fills it. */
export const formOf = (section: Section, content: Manifest): Typed =>
  fillForm(section.fields(content), content);

/**
 * The content with what a settled form of a section says put in; every other key stays as it is.
 * Refused: `content_invalid`, whose problems name controls of the form.
 */
export function applySection(section: Section, content: Manifest, typed: Typed): Result<Manifest> {
  const fields = section.fields(content);
  const reading = readForm(fields, typed);
  const parsed = readPart(content.type, keysOf(section, content), reading.record);
  if (parsed.ok && reading.problems.length === 0) return accepted({ ...content, ...parsed.part });
  const found = parsed.ok ? [] : parsed.problems;
  return refused({
    code: 'content_invalid',
    problems: onePerControl([...reading.problems, ...atControls(section, content, found)]),
  });
}

/** Problems of the record, each named by the control that it is shown at. */
export const atControls = (
  section: Section,
  content: Manifest,
  problems: readonly FieldProblem[],
): readonly FieldProblem[] =>
  problems.map((problem) => ({ ...problem, field: controlOf(section.fields(content), problem.field) }));

/** What could not be read is missing from the record too: the first problem of a control says it. */
const onePerControl = (problems: readonly FieldProblem[]): readonly FieldProblem[] =>
  problems.filter(({ field }, index) => problems.findIndex((one) => one.field === field) === index);
