import { type Document, isMap, isNode, isSeq, LineCounter, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { issueReason } from '../catalogue/issue-reason.ts';
import type { ArchiveProblem } from './problem.ts';

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ArchiveProblem[] };

/**
 * Reads YAML and checks it against a schema. Every problem carries the line of the field it is about.
 * @param firstLine line of the file on which `text` begins, from 1
 */
export function readYaml<T>(
  text: string,
  file: string,
  firstLine: number,
  schema: z.ZodType<T>,
  requiredKeys: readonly string[] = [],
): Parsed<T> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true });
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1;
  const broken = document.errors[0];
  if (broken) {
    const detail = broken.message.split('\n')[0] ?? '';
    return refuse({ file, line: lineAt(broken.pos[0]), field: '', reason: 'wrong_kind', detail });
  }
  const data: unknown = document.toJS({ maxAliasCount: 0 });
  const absent = requiredKeys.filter((key) => typeof data !== 'object' || data === null || !(key in data));
  if (absent.length > 0) {
    const problems = absent.map((field) => ({ file, line: firstLine, field, reason: 'required' }) as const);
    return { ok: false, problems };
  }
  const parsed = schema.safeParse(data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
    return {
      file,
      line: lineAt(offsetOf(document, path)),
      field: path.join('.'),
      reason: issueReason(issue),
    };
  });
  return { ok: false, problems };
}

const refuse = (problem: ArchiveProblem): Parsed<never> => ({ ok: false, problems: [problem] });

/** A plain value in a file stands for `{ value }`: a step of that name which is not there is no step. */
function stepsIn(document: Document, path: readonly PropertyKey[]): readonly PropertyKey[] {
  const steps: PropertyKey[] = [];
  for (const key of path) {
    const parent = steps.length === 0 ? document.contents : document.getIn(steps, true);
    if (key !== 'value' || !isSeq(parent)) steps.push(key);
  }
  return steps;
}

/** Where in the text the deepest existing part of a path stands. */
function offsetOf(document: Document, dotted: readonly PropertyKey[]): number {
  const path = stepsIn(document, dotted);
  for (let length = path.length; length > 0; length -= 1) {
    const parent = document.getIn(path.slice(0, length - 1), true) ?? document.contents;
    const key = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isNode(item.key) && String(item.key) === String(key));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    if (isSeq(parent)) {
      const item = parent.items[Number(key)];
      if (isNode(item) && item.range) return item.range[0];
    }
  }
  return 0;
}

/**
 * The line on which a field of a YAML text stands, or the deepest existing part of its path.
 * @param field dotted path, such as `sources.0.url`
 */
export function lineOfField(text: string, field: string, firstLine: number): number {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, version: '1.2' });
  return lines.linePos(offsetOf(document, field.split('.'))).line + firstLine - 1;
}

/** Writes data as YAML in the one form the archive uses, so that equal data gives equal bytes. */
export function writeYaml(data: unknown): string {
  return stringify(data, { lineWidth: 0, version: '1.2', aliasDuplicateObjects: false, nullStr: 'null' });
}
