import type { APIContext } from 'astro';
import type { Register } from '../../db/connection.ts';
import type { Result } from '../domain/result.ts';
import type { FileHead } from '../exports/file-head.ts';
import type { KnownAsOf } from '../registry/know-as-of.ts';
import { askedAsOf } from './_as-of.ts';
import { dataAnswer, notFoundData, refusedData, wrongQuestion } from './_data-answer.ts';

const contentTypes = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
} as const;

type Extension = keyof typeof contentTypes;

const isExtension = (text: string): text is Extension => Object.hasOwn(contentTypes, text);

/** A file of the rows of a page: how it is read, written, addressed and called. */
export type RowsFile<Rows> = {
  readonly read: (register: Register, asOf: KnownAsOf) => Promise<Result<Rows>>;
  readonly write: Readonly<Record<Extension, (rows: Rows & FileHead) => string | Promise<string>>>;
  readonly address: (extension: Extension, asOf: string) => string;
  /** Where the file is whose address has a date in another form; null where it is. */
  readonly movedTo?: (extension: Extension) => string | null;
  /** ASCII, without as of when it is and without extension. */
  readonly name: string;
  /** The same in Thai. */
  readonly title: (rows: Rows) => string;
};

/** Answers with a file of rows as of the moment that the address asks for, or of now. */
export async function rowsFile<Rows>(
  { locals, url, redirect }: APIContext,
  format: string,
  { read, write, address, movedTo, name, title }: RowsFile<Rows>,
): Promise<Response> {
  if (!isExtension(format)) return notFoundData();
  const moved = movedTo?.(format) ?? null;
  if (moved !== null) return redirect(`${moved}${url.search}`, 302);
  const then = await askedAsOf(locals, url);
  if (then.kind === 'moved') return redirect(then.address, 302);
  if (then.problem !== null) return wrongQuestion([then.problem], format === 'json');
  const { register, origin } = locals;
  const { text: asOf, day } = then.asOf;
  const rows = await read(register, then.asOf);
  if (!rows.ok) return refusedData(rows.refusal, format === 'json');
  const head = { asOf, address: new URL(address(format, asOf), origin).href, origin };
  return dataAnswer({
    body: await write[format]({ ...rows.value, ...head }),
    contentType: contentTypes[format],
    fileName: `${name}-${day}.${format}`,
    title: `${title(rows.value)} ${day}`,
  });
}
