import type { ReadFile } from '../index-folder.ts';
import { manifestName } from '../manifest.ts';

/**
 * Reads index files over HTTP below `base` ('/pagefind/'). The manifest is always asked for anew; every other
 * file is immutable and left to the browser's cache. Rejects when the answer is not 200.
 */
export function httpSource(base: string, fetchFile: typeof fetch = fetch): ReadFile {
  return async (path) => {
    const cache = path === manifestName ? 'no-cache' : 'default';
    const response = await fetchFile(`${base}${path}`, { cache, credentials: 'omit' });
    if (!response.ok) throw new Error(`search file ${path} answered ${response.status}`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? inflate(bytes) : bytes;
  };
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
