import { crc32, inflateRawSync } from 'node:zlib';
import type { ImportProblem } from '../domain/imported-text.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

/** The parts of a package that were read, by their name. */
export type Parts = ReadonlyMap<string, Buffer>;

const ENTRY_MAXIMUM = 2000;
const INFLATED_MAXIMUM = 32 * 1024 * 1024;
/** Beyond this, and beyond a size that matters, a part is a bomb rather than a text. */
const RATIO_MAXIMUM = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const CFB = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

/**
 * Reads the XML parts of a .docx. Names, counts, sizes and ratios are checked before a byte is inflated, and no
 * part may become longer than it says. Pictures, fonts, macros and embedded files are never inflated.
 *
 * Refused: `not_docx`, `old_word` (also when it is encrypted), `broken`, `too_large`.
 */
export function readParts(file: Buffer): Result<Parts, ImportProblem> {
  if (file.subarray(0, 4).equals(CFB)) return refused('old_word');
  if (file.length < 22 || file.readUInt32LE(0) !== LOCAL) return refused('not_docx');
  const entries = readDirectory(file);
  if (!entries.ok) return entries;
  const wanted = entries.value.filter(({ name }) => isWanted(name));
  const total = wanted.reduce((sum, { size }) => sum + size, 0);
  if (total > INFLATED_MAXIMUM) return refused('too_large');
  const parts = new Map<string, Buffer>();
  for (const entry of wanted) {
    const part = inflate(file, entry);
    if (part === null || parts.has(entry.name)) return refused('broken');
    parts.set(entry.name, part);
  }
  if (!parts.has('[Content_Types].xml')) return refused('not_docx');
  return accepted(parts);
}

/** What mammoth reads of a text; everything else stays packed. */
function isWanted(name: string): boolean {
  if (!/\.(?:xml|rels)$/i.test(name)) return false;
  return !/^(?:customXml|docProps|word\/(?:theme|media|embeddings|fonts|activeX|charts|diagrams|glossary))\//i.test(
    name,
  );
}

function readDirectory(file: Buffer): Result<readonly Entry[], ImportProblem> {
  const end = findEnd(file);
  if (end === null) return refused('broken');
  const count = file.readUInt16LE(end + 10);
  const start = file.readUInt32LE(end + 16);
  if (count > ENTRY_MAXIMUM || count === 0xffff) return refused('too_large');
  const entries: Entry[] = [];
  let at = start;
  let packedTotal = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || file.readUInt32LE(at) !== CENTRAL) return refused('broken');
    const lengths = [28, 30, 32].map((position) => file.readUInt16LE(at + position));
    const [nameLength = 0, extraLength = 0, commentLength = 0] = lengths;
    const entry: Entry = {
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.readUInt32LE(at + 20),
      size: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    };
    const isEncrypted = (file.readUInt16LE(at + 8) & 1) === 1;
    const isSymlink = ((file.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000;
    packedTotal += entry.packed;
    // Parts that lie over one another would inflate the same bytes again and again.
    if (isEncrypted || isSymlink || packedTotal > file.length) return refused('broken');
    if (!isSafeName(entry.name)) return refused('broken');
    if (entry.size > RATIO_COUNTS_FROM && entry.size > entry.packed * RATIO_MAXIMUM) {
      return refused('too_large');
    }
    entries.push(entry);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return accepted(entries);
}

/** The end record stands last, before a comment of at most 64 KB. */
function findEnd(file: Buffer): number | null {
  const first = Math.max(0, file.length - 22 - 0xffff);
  for (let at = file.length - 22; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === END) return at;
  }
  return null;
}

const isSafeName = (name: string): boolean =>
  name !== '' &&
  !/^[/\\]|^[a-z]:|[\\\0]/i.test(name) &&
  !name.split('/').some((step) => step === '..' || step === '.');

function inflate(file: Buffer, { method, crc, packed, size, offset }: Entry): Buffer | null {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== LOCAL) return null;
  const start = offset + 30 + file.readUInt16LE(offset + 26) + file.readUInt16LE(offset + 28);
  const bytes = file.subarray(start, start + packed);
  if (bytes.length !== packed) return null;
  try {
    const part =
      method === 0 ? bytes : method === 8 ? inflateRawSync(bytes, { maxOutputLength: size || 1 }) : null;
    return part !== null && part.length === size && crc32(part) === crc ? part : null;
  } catch {
    // Whatever zlib finds wrong with the bytes, the file is not one that Word wrote.
    return null;
  }
}
