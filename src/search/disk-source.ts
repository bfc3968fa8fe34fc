import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { ReadFile } from './index-folder.ts';

const decompress = promisify(gunzip);

/** Reads index files from a search folder on disk. */
export function diskSource(dir: string): ReadFile {
  return async (path) => {
    const bytes = await readFile(join(dir, path));
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? decompress(bytes) : bytes;
  };
}
