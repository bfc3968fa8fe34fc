import { foldersOf, manifestName, parseManifest, type SearchManifest } from '../search/manifest.ts';
import { pagesInFolders, pagesOf } from '../search/pages-of-works.ts';
import { bundleFileAge } from './file-ages.ts';
import { type ReadyOptions, readyAnswer } from './ready-answer.ts';
import type { FileFinder } from './serve-files.ts';

/** What the register says now, asked with every file of the index: it must be cheap. */
export type SearchedNow = {
  /** Addresses of the works that are withdrawn at this moment (`/charters/…`), and of editions taken out. */
  readonly withdrawnWorks: () => readonly string[];
  /** The newest change for searches; the index shows the register up to the `revision` of its manifest. */
  readonly position: () => number;
};

/**
 * Serves the files of the search index, which is built behind the register, without ever showing less or more than the
 * register. While it has not taken in the newest change its manifest says so, and browsers search on the server. A folder
 * that holds a text withdrawn by now is not there: its words could be put together from the postings. Nothing waits
 * for the next build, also when builds fail.
 */
export function serveLiveIndex(
  folder: FileFinder,
  searchDir: string,
  now: SearchedNow,
  options: Pick<ReadyOptions, 'securityHeaders' | 'quality'>,
): FileFinder {
  const pagesIn = pagesInFolders(searchDir);

  async function holdsWithdrawn(dir: string): Promise<boolean> {
    const withdrawn = now.withdrawnWorks();
    return withdrawn.length > 0 && pagesOf(withdrawn, await pagesIn(dir)).length > 0;
  }

  async function isBehind(manifest: SearchManifest): Promise<boolean> {
    if (manifest.revision < now.position()) return true;
    return (await Promise.all(foldersOf(manifest).map(holdsWithdrawn))).includes(true);
  }

  async function answerManifest(path: string) {
    const file = await folder(path);
    if (file?.status !== 200) return file;
    const manifest = readable((await file.prepare('identity')).body);
    if (manifest === null) return null;
    const served: SearchManifest = { ...manifest, isBehind: await isBehind(manifest) };
    const headers = [['Content-Type', 'application/json']] as const;
    return readyAnswer(
      { status: 200, headers, body: Buffer.from(JSON.stringify(served)) },
      { ...options, cacheControl: bundleFileAge(path), hasEtag: true },
    );
  }

  return async (path) => {
    const plain = decodeURIComponent(path);
    if (plain === `/${manifestName}`) return answerManifest(plain);
    const dir = /^\/((?:base|delta)-[a-z0-9-]+)\//.exec(plain)?.[1];
    return dir !== undefined && (await holdsWithdrawn(dir)) ? null : folder(path);
  };
}

/** A manifest that is damaged on the disk is as good as none; the next build replaces it. */
function readable(bytes: Buffer): SearchManifest | null {
  try {
    return parseManifest(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
