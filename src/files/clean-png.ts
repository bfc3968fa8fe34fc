import { crc32 } from 'node:zlib';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { Cleaned, FileFault } from './cleaned.ts';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** The chunks that say how the picture looks; texts, times, EXIF, animation and private chunks are left out. */
const keptChunks: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'sBIT',
  'pHYs',
  'bKGD',
]);

const MOST_PIXELS = 250_000_000;

/**
 * A PNG (W3C PNG, third edition) of its picture chunks only, and without what follows the end. The compressed picture
 * stays byte for byte; nothing is decoded.
 * Refused: `broken` for chunks that do not add up or whose checksum is wrong; `too_complex` for more than 250 million
 * pixels.
 */
export function cleanPng(bytes: Buffer): Result<Cleaned, FileFault> {
  const chunks = chunksOf(bytes);
  const header = chunks?.[0];
  if (!chunks || header?.type !== 'IHDR' || header.bytes.length !== 25) return refused('broken');
  const isOnce = chunks.filter(({ type }) => type === 'IHDR').length === 1;
  if (!isOnce || !chunks.some(({ type }) => type === 'IDAT')) return refused('broken');
  const pixels = header.bytes.readUInt32BE(8) * header.bytes.readUInt32BE(12);
  if (pixels === 0) return refused('broken');
  if (pixels > MOST_PIXELS) return refused('too_complex');
  const kept = chunks.filter(({ type }) => keptChunks.has(type)).map((chunk) => chunk.bytes);
  return accepted({ bytes: Buffer.concat([signature, ...kept]), pageCount: 1, isStripped: true });
}

type Chunk = { readonly type: string; readonly bytes: Buffer };

function chunksOf(bytes: Buffer): readonly Chunk[] | null {
  if (!bytes.subarray(0, 8).equals(signature)) return null;
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length) return null;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!/^[A-Za-z]{4}$/.test(type)) return null;
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return null;
    chunks.push({ type, bytes: bytes.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  return null;
}
