import { type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate';
import { accepted, type Result, refused } from '../domain/result.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import { cleanPng } from './clean-png.ts';
import type { Cleaned, FileFault } from './cleaned.ts';
import { isSafeLink } from './safe-link.ts';

const MOST_PARTS = 3_000;
const MOST_UNPACKED_BYTES = 120 * 1024 * 1024;

/** The moment that every part carries: when a part was written is nobody's concern, and ZIP knows no earlier one. */
const noMoment = new Date(1980, 0, 1);

const properties: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
};

/**
 * A Word document (ECMA-376) packed anew without its properties, the names of who commented or changed, the template
 * it was made from, and what pictures in it carry beside the picture. The text is not touched.
 * Refused: `active_content` for macros, controls, fields that fetch, and parts that lie elsewhere; `embedded_files`;
 * `too_complex` for what unpacks to more than 120 MB; `broken`.
 */
export function cleanDocx(bytes: Buffer): Result<Cleaned, FileFault> {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = unpacked.value;
  const names = Object.keys(parts);
  if (!parts['[Content_Types].xml'] || !parts['word/document.xml']) return refused('broken');
  if (names.some((name) => /vbaProject|\/activeX\/|\/ctrlProps\//i.test(name)))
    return refused('active_content');
  if (names.some((name) => /\/(?:embeddings|afchunk)[^/]*\/?/i.test(name))) return refused('embedded_files');
  const clean: Zippable = {};
  for (const [name, content] of Object.entries(parts)) {
    if (name.endsWith('/')) continue;
    const part = cleanPart(name, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
    if (!part.ok) return part;
    clean[name] = [part.value, { mtime: noMoment, level: 6 }];
  }
  return accepted({ bytes: Buffer.from(zipSync(clean)), pageCount: null, isStripped: true });
}

/** What a part says of its size is added up before anything is unpacked, and is all that it gets. */
function unpack(bytes: Buffer): Result<Unzipped, FileFault> {
  let total = 0;
  let count = 0;
  let isTooMuch = false;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        count += 1;
        isTooMuch ||= total > MOST_UNPACKED_BYTES || count > MOST_PARTS;
        return !isTooMuch;
      },
    });
    if (isTooMuch) return refused('too_complex');
    const isOdd = Object.keys(parts).some((name) => /(?:^|\/)\.\.?(?:\/|$)|[\\\0]|^\//.test(name));
    return isOdd ? refused('broken') : accepted(parts);
  } catch {
    return refused('broken');
  }
}

function cleanPart(name: string, content: Buffer): Result<Buffer, FileFault> {
  const property = properties[name];
  if (property !== undefined)
    return accepted(Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${property}`));
  if (/\.rels$/i.test(name)) return cleanRelations(content.toString('utf8'));
  if (/\.xml$/i.test(name)) return cleanXml(content.toString('utf8'), content);
  const cleaned = content[0] === 0xff ? cleanJpeg(content) : content[0] === 0x89 ? cleanPng(content) : null;
  return accepted(cleaned?.ok ? cleaned.value.bytes : content);
}

const relation = /<Relationship\b[^>]*?(?:\/>|>\s*<\/Relationship>)/g;

/** What lies outside the document may be linked to, never fetched. */
function cleanRelations(text: string): Result<Buffer, FileFault> {
  if (isDeclaring(text)) return refused('broken');
  let isFetching = false;
  const cleaned = text.replace(relation, (one) => {
    const attribute = (key: string) => new RegExp(`\\b${key}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(one);
    const told = (key: string) => attribute(key)?.[1] ?? attribute(key)?.[2] ?? '';
    if (told('TargetMode').toLowerCase() !== 'external') return one;
    const kind = told('Type').split('/').at(-1) ?? '';
    if (kind === 'attachedTemplate') return '';
    if (kind !== 'hyperlink') isFetching = true;
    return isSafeLink(told('Target'))
      ? one
      : one.replace(attribute('Target')?.[0] ?? '', 'Target="about:blank"');
  });
  return isFetching ? refused('active_content') : accepted(Buffer.from(cleaned));
}

function cleanXml(text: string, content: Buffer): Result<Buffer, FileFault> {
  if (isDeclaring(text)) return refused('broken');
  const instructions = [...text.matchAll(/<w:instrText\b[^>]*>([^<]*)<|\bw:instr="([^"]*)"/g)];
  const asked = instructions.map(([, inText, inField]) => inText ?? inField ?? '').join('');
  if (/\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|DATABASE)\b/i.test(asked)) {
    return refused('active_content');
  }
  const cleaned = text
    .replace(/\b(w\d*:(?:author|initials|userId|providerId))\s*=\s*(?:"[^"]*"|'[^']*')/g, '$1=""')
    .replace(/<w:attachedTemplate\b[^>]*\/>/g, '');
  return accepted(cleaned === text ? content : Buffer.from(cleaned));
}

/** A document type could make a reader of XML fetch or grow; no Word writes one. */
const isDeclaring = (text: string): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(text);
