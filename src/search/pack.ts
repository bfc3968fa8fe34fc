/** Files of one folder kind that a search wants together, so that a slow line pays for one round trip. */
export type PackKind = 'index' | 'places' | 'record';

/** The most files in one pack; a reader that wants more asks for several packs. */
export const maxPackFiles = 48;

/**
 * The name of a pack below its index folder: `index/3-17-40.pack`. The numbers ascend, so that one wish has one
 * address and caches know it again.
 */
export function packName(kind: PackKind, numbers: readonly number[]): string {
  return `${kind}/${[...numbers].sort((a, b) => a - b).join('-')}.pack`;
}

/** The files of a pack by its name below the search folder; null when it is not the name of a pack. */
export function filesOfPack(path: string): readonly string[] | null {
  const match = /^([^/]+)\/(index|places|record)\/([0-9]{1,6}(?:-[0-9]{1,6})+)\.pack$/.exec(path);
  if (match === null) return null;
  const [, dir = '', kind = '', list = ''] = match;
  const numbers = list.split('-').map(Number);
  const isInOrder = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? number));
  if (!isInOrder || numbers.length > maxPackFiles) return null;
  return numbers.map((number) => `${dir}/${kind}/${number}.gz`);
}

/** Puts files one after the other, each behind its length as four bytes, the highest first. */
export function packFiles(files: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const packed = new Uint8Array(files.reduce((sum, file) => sum + 4 + file.length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const file of files) {
    view.setUint32(at, file.length);
    packed.set(file, at + 4);
    at += 4 + file.length;
  }
  return packed;
}

/** Takes a pack apart again. Throws when it is cut short. */
export function unpackFiles(packed: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const files: Uint8Array<ArrayBuffer>[] = [];
  for (let at = 0; at < packed.length; ) {
    const end = at + 4 + (at + 4 <= packed.length ? view.getUint32(at) : Number.POSITIVE_INFINITY);
    if (end > packed.length) throw new Error('a pack of search files is cut short');
    files.push(packed.subarray(at + 4, end));
    at = end;
  }
  return files;
}
