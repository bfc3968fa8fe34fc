import { frontMatterSchema } from '../catalogue/front-matter.ts';
import { withAttachments } from '../domain/attachment.ts';
import { bodyMaximumBytes, tidyBody } from '../domain/draft.ts';
import type { Manifest } from '../domain/edition.ts';
import type { WorkName } from '../domain/work.ts';
import { plainManifest } from './plain.ts';
import type { ArchiveProblem } from './problem.ts';
import { type Parsed, readYaml, writeYaml } from './yaml-file.ts';

/** What one archive file holds: the edition, and when the register published it, if that is known. */
export type EditionFile = { readonly manifest: Manifest; readonly publishedAt: string | null };

const requiredKeys = ['title', 'edition', 'label', 'legalNature', 'places', 'adopted', 'sources'];

/**
 * Reads `{type}/{slug}/{n}.md`: YAML front matter between `---` lines, then the Markdown body.
 * @param file path shown in problems
 * @param number the number in the file's name; must equal `edition`
 */
export function readEditionFile(
  text: string,
  file: string,
  work: WorkName,
  number: number,
): Parsed<EditionFile> {
  const lineEnds = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const match = /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(lineEnds);
  if (!match) return refuse({ file, line: 1, field: '---', reason: 'required' });
  const parsed = readYaml(match[1] ?? '', file, 2, frontMatterSchema(work.type), requiredKeys);
  if (!parsed.ok) return parsed;
  const { publishedAt, edition, changeKind, attachments, ...rest } = parsed.value;
  if (edition !== number) {
    const found = String(edition);
    return refuse({
      file,
      line: lineOf(lineEnds, 'edition'),
      field: 'edition',
      reason: 'file_name_differs',
      found,
    });
  }
  const body = tidyBody(lineEnds.slice(match[0].length));
  if (new TextEncoder().encode(body).length > bodyMaximumBytes) {
    return refuse({ file, line: null, field: 'body', reason: 'too_long' });
  }
  const written: Manifest = {
    format: 1,
    ...work,
    edition,
    ...rest,
    changeKind: changeKind ?? (edition === 1 ? 'first' : 'substantive'),
    body,
  };
  const manifest = withAttachments(written, attachments);
  return { ok: true, value: { manifest, publishedAt: publishedAt ?? null } };
}

/** Writes the one file that `readEditionFile` reads back to the same manifest. */
export function writeEditionFile(edition: EditionFile): string {
  const plain = plainManifest(edition.manifest);
  const front = edition.publishedAt === null ? plain : { ...plain, publishedAt: edition.publishedAt };
  const { body } = edition.manifest;
  return `---\n${writeYaml(front)}---\n${body === '' ? '' : `\n${body}\n`}`;
}

const refuse = (problem: ArchiveProblem): Parsed<never> => ({ ok: false, problems: [problem] });

const lineOf = (text: string, key: string): number =>
  text.split('\n').findIndex((candidate) => candidate.startsWith(`${key}:`)) + 1;
