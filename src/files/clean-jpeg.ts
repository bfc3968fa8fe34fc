import { accepted, type Result, refused } from '../domain/result.ts';
import type { Cleaned, FileFault } from './cleaned.ts';

const marker = { start: 0xd8, end: 0xd9, scan: 0xda, app0: 0xe0, comment: 0xfe } as const;

/** More than any camera takes; a phone that opened more would run out of memory. */
const MOST_PIXELS = 250_000_000;

type Segment = { readonly code: number; readonly bytes: Buffer };

/**
 * A JPEG (ITU-T T.81) without what is not picture: EXIF, XMP, IPTC, comments, thumbnails, whatever an application
 * added, and all that follows the end. Kept are the tables and scans byte for byte, the colour profile, and the one
 * fact of EXIF that readers see, which side is up. Nothing is decoded.
 * Refused: `broken`, also for a picture that ends half-way; `too_complex` for more than 250 million pixels.
 */
export function cleanJpeg(bytes: Buffer): Result<Cleaned, FileFault> {
  const segments = segmentsOf(bytes);
  if (segments === null) return refused('broken');
  const frames = segments.filter(({ code }) => isFrame(code));
  const frame = frames[0];
  if (frames.length !== 1 || frame === undefined || frame.bytes.length < 10) return refused('broken');
  const pixels = frame.bytes.readUInt16BE(5) * frame.bytes.readUInt16BE(7);
  if (pixels === 0 || !segments.some(({ code }) => code === marker.scan)) return refused('broken');
  if (pixels > MOST_PIXELS) return refused('too_complex');
  const kept = segments.flatMap(cleanSegment);
  const up = segments.map(orientationOf).find((value) => value !== null);
  const head = kept.findIndex(({ code }) => code !== marker.app0);
  const turned = up === undefined || up === null || up === 1 ? [] : [orientationSegment(up)];
  const parts = [...kept.slice(0, head), ...turned, ...kept.slice(head)].map((segment) => segment.bytes);
  const ends = [Buffer.from([0xff, marker.start]), Buffer.from([0xff, marker.end])] as const;
  return accepted({ bytes: Buffer.concat([ends[0], ...parts, ends[1]]), pageCount: 1, isStripped: true });
}

const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);

/** The segments between start and end, each with its marker; a scan holds its coded data. Null when they do not add up. */
function segmentsOf(bytes: Buffer): readonly Segment[] | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  const segments: Segment[] = [];
  let at = 2;
  while (at < bytes.length) {
    if (bytes[at] !== 0xff) return null;
    while (bytes[at + 1] === 0xff) at += 1;
    const code = bytes[at + 1];
    if (code === undefined || code < 0xc0 || (code >= 0xd0 && code <= marker.start)) return null;
    if (code === marker.end) return segments;
    if (at + 4 > bytes.length) return null;
    const length = bytes.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > bytes.length) return null;
    const end = code === marker.scan ? endOfScan(bytes, at + 2 + length) : at + 2 + length;
    segments.push({ code, bytes: bytes.subarray(at, end) });
    at = end;
  }
  return null;
}

/** Coded data goes on until a marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    const next = bytes[at + 1] ?? marker.end;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + (next === 0xff ? 1 : 2));
  }
  return bytes.length;
}

function cleanSegment({ code, bytes }: Segment): readonly Segment[] {
  if (code === marker.app0) {
    if (!startsWith(bytes, 'JFIF\0') || bytes.length < 18) return [];
    const plain = Buffer.from(bytes.subarray(0, 18));
    plain.writeUInt16BE(16, 2);
    plain.writeUInt16BE(0, 16);
    return [{ code, bytes: plain }];
  }
  if (code === 0xe2) return startsWith(bytes, 'ICC_PROFILE\0') ? [{ code, bytes }] : [];
  if (code === 0xee) {
    if (!startsWith(bytes, 'Adobe') || bytes.length < 16) return [];
    const plain = Buffer.from(bytes.subarray(0, 16));
    plain.writeUInt16BE(14, 2);
    return [{ code, bytes: plain }];
  }
  return code > marker.app0 ? [] : [{ code, bytes }];
}

const startsWith = (segment: Buffer, text: string): boolean =>
  segment.subarray(4, 4 + text.length).equals(Buffer.from(text, 'latin1'));

/** The orientation tag (0x0112) of the first directory of EXIF; null when there is none that can be read. */
function orientationOf({ code, bytes }: Segment): number | null {
  if (code !== 0xe1 || !startsWith(bytes, 'Exif\0\0')) return null;
  const tiff = bytes.subarray(10);
  if (tiff.length < 8) return null;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return null;
  const count = short(start);
  for (let entry = 0; entry < count; entry += 1) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (short(at) !== 0x0112) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : null;
  }
  return null;
}

/** EXIF that says nothing but which side is up. */
function orientationSegment(value: number): Segment {
  const bytes = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100000000' + '00000000',
    'hex',
  );
  bytes.writeUInt16BE(value, 28);
  return { code: 0xe1, bytes };
}
