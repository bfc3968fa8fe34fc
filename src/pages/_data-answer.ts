import type { Refusal } from '../domain/errors.ts';
import { refusalText } from '../i18n/refusals.ts';
import { statusOf } from './_status-of.ts';

export type DataFile = {
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  /** ASCII, with its extension: what it is saved as where Thai names cannot be read. */
  readonly fileName: string;
  /** What it is saved as elsewhere; any text, without extension. */
  readonly title?: string;
  /** Path and query of the file that goes on where this one ends. */
  readonly next?: string;
};

/** An answer that opens in the browser and is saved under a Thai name (RFC 6266, RFC 8187). */
export function dataAnswer({ body, contentType, fileName, title, next }: DataFile): Response {
  const extension = fileName.slice(fileName.indexOf('.'));
  const named =
    title === undefined ? '' : `; filename*=UTF-8''${encodeName(`${shortened(title)}${extension}`)}`;
  // As bytes: a response looks through a long text for halves of letters before it encodes it.
  return new Response(typeof body === 'string' ? Buffer.from(body) : body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': `inline; filename="${fileName}"${named}`,
      ...(next !== undefined && { Link: `<${next}>; rel="next"` }),
    },
  });
}

/** A refusal for programs: JSON where JSON was asked for, else plain sentences. */
export function refusedData(refusal: Refusal, isJson: boolean): Response {
  const { title, sentence } = refusalText(refusal);
  return sentences(statusOf(refusal), refusal.code, [title, sentence], isJson);
}

/** The address names nothing that is kept as data. */
export const notFoundData = (): Response => sentences(404, 'not_found', ['ไม่พบข้อมูลตามที่อยู่นี้'], false);

/** Parameters that mean nothing: a list that is not the one meant must not be saved as if it were. */
export const wrongQuestion = (problems: readonly string[], isJson: boolean): Response =>
  sentences(400, 'parameters_not_understood', problems, isJson);

function sentences(status: number, code: string, lines: readonly string[], isJson: boolean): Response {
  const contentType = isJson ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8';
  const body = isJson ? JSON.stringify({ error: { code, sentence: lines.join(' ') } }) : lines.join('\n');
  return new Response(`${body}\n`, { status, headers: { 'Content-Type': contentType } });
}

const LONGEST_NAME = 80;

/** No separators of paths, no control characters, and no mark torn from its letter. */
function shortened(title: string): string {
  const plain = title.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|\s]+/gu, ' ').trim();
  const letters = [...new Intl.Segmenter('th', { granularity: 'grapheme' }).segment(plain)];
  return letters
    .slice(0, LONGEST_NAME)
    .map(({ segment }) => segment)
    .join('')
    .trim();
}

const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
