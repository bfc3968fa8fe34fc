import type { ReadFile } from '../index-folder.ts';
import { manifestName } from '../manifest.ts';
import { maxPackFiles, type PackKind, packName, unpackFiles } from '../pack.ts';

/** A wish for one numbered file, waiting for the pack it travels in. */
type Wish = {
  readonly number: number;
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: unknown) => void;
};

/**
 * Reads index files over HTTP below `base` ('/pagefind/'). The manifest is always asked for anew; every other
 * file is immutable and left to the browser's cache. Numbered files wished for at the same moment travel in one
 * pack. Rejects when the answer is not 200.
 */
export function httpSource(base: string, fetchFile: typeof fetch = fetch): ReadFile {
  const waiting = new Map<string, Wish[]>();

  async function load(path: string): Promise<Uint8Array<ArrayBuffer>> {
    const cache = path === manifestName ? 'no-cache' : 'default';
    const response = await fetchFile(`${base}${path}`, { cache, credentials: 'omit' });
    if (!response.ok) throw new Error(`search file ${path} answered ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }

  async function loadTogether(folder: string, wishes: readonly Wish[]): Promise<void> {
    const [dir = '', kind] = folder.split('/') as [string, PackKind];
    const inOrder = [...wishes].sort((a, b) => a.number - b.number);
    const numbers = inOrder.map(({ number }) => number);
    try {
      const files =
        numbers.length === 1
          ? [await load(`${folder}/${numbers[0]}.gz`)]
          : unpackFiles(await load(`${dir}/${packName(kind, numbers)}`));
      for (const [at, wish] of inOrder.entries()) wish.resolve(files[at] ?? new Uint8Array());
    } catch (error) {
      for (const { reject } of inOrder) reject(error);
    }
  }

  function sendWishes(): void {
    for (const [folder, wishes] of waiting) {
      for (let at = 0; at < wishes.length; at += maxPackFiles) {
        void loadTogether(folder, wishes.slice(at, at + maxPackFiles));
      }
    }
    waiting.clear();
  }

  function wish(folder: string, number: number): Promise<Uint8Array<ArrayBuffer>> {
    // A task and not a microtask: what one question asks for is spread over several of those.
    if (waiting.size === 0) setTimeout(sendWishes, 0);
    return new Promise((resolve, reject) => {
      const wishes = waiting.get(folder) ?? [];
      wishes.push({ number, resolve, reject });
      waiting.set(folder, wishes);
    });
  }

  return async (path) => {
    const numbered = /^([^/]+\/(?:index|places|record))\/([0-9]+)\.gz$/.exec(path);
    const bytes = await (numbered === null ? load(path) : wish(numbered[1] ?? '', Number(numbered[2])));
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? inflate(bytes) : bytes;
  };
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
