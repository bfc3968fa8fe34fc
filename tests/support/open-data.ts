import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';

const byteOrderMark = '\ufeff';
/** What a spreadsheet takes for a formula when a cell begins with it. */
const beginsFormula = /^[=+\-@\t\r]/;

/** A file of the site as text, the byte order mark with it; what is not served is an error. */
async function fileAt(origin: string, path: string): Promise<string> {
  const answer = await fetch(new URL(path, origin));
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await answer.arrayBuffer());
}

/** The rows of a CSV file that a spreadsheet opens with its letters intact and without running anything. */
export async function csvRows(
  origin: string,
  path: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const text = await fileAt(origin, path);
  if (!text.startsWith(byteOrderMark)) throw new Error(`${path} has no byte order mark`);
  if (/(?<!\r)\n/.test(text) || !text.endsWith('\r\n')) throw new Error(`${path} has lines without CRLF`);
  const rows = parse(text, { bom: true, columns: true }) as Readonly<Record<string, string>>[];
  const formula = rows.flatMap((row) => Object.values(row)).find((cell) => beginsFormula.test(cell));
  if (formula !== undefined) throw new Error(`${path} has a cell that runs: ${formula}`);
  return rows;
}

const schemas = new Map<string, ValidateFunction>();

/**
 * A JSON file of the site that fits the schema it names, which the site serves itself.
 * @template Told what the test reads of it
 */
export async function validJson<Told>(origin: string, path: string): Promise<Told> {
  const document = JSON.parse(await fileAt(origin, path)) as Told & { readonly $schema: string };
  const { href, pathname } = new URL(document.$schema);
  const known = schemas.get(href);
  const validate =
    known ??
    new Ajv2020({ strict: true, formats: { uri: true, date: true } }).compile(
      JSON.parse(await fileAt(origin, pathname)) as object,
    );
  schemas.set(href, validate);
  if (!validate(document)) throw new Error(`${path} does not fit: ${JSON.stringify(validate.errors)}`);
  return document;
}
