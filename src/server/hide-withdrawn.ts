import { hideWorks, pagesInFolders, pagesOf } from '../search/hide-works.ts';
import { manifestName, parseManifest } from '../search/manifest.ts';
import { bundleFileAge } from './file-ages.ts';
import { type ReadyOptions, readyAnswer } from './ready-answer.ts';
import type { FileFinder } from './serve-files.ts';

/**
 * Serves the files of the search index without what is withdrawn by now: the manifest hides its pages, and its records
 * are not there, however old the index is. Nothing waits for the next build.
 * @param withdrawnPaths paths of the works (`/charters/…`) that are withdrawn at this moment
 */
export function hideWithdrawn(
  folder: FileFinder,
  searchDir: string,
  withdrawnPaths: () => readonly string[],
  options: Pick<ReadyOptions, 'securityHeaders' | 'quality'>,
): FileFinder {
  const pagesIn = pagesInFolders(searchDir);

  async function answerManifest(path: string) {
    const file = await folder(path);
    if (file?.status !== 200) return file;
    const { body } = await file.prepare('identity');
    const manifest = await hideWorks(parseManifest(body.toString('utf8')), withdrawnPaths(), pagesIn);
    const headers = [['Content-Type', 'application/json']] as const;
    return readyAnswer(
      { status: 200, headers, body: Buffer.from(JSON.stringify(manifest)) },
      { ...options, cacheControl: bundleFileAge(path), hasEtag: true },
    );
  }

  return async (path) => {
    if (withdrawnPaths().length === 0) return folder(path);
    if (path === `/${manifestName}`) return answerManifest(path);
    const record = /^\/([^/]+)\/record\/([0-9]{1,9})\.gz$/.exec(decodeURIComponent(path));
    if (record === null) return folder(path);
    const [, dir = '', page = ''] = record;
    const hidden = pagesOf(withdrawnPaths(), isFolderName(dir) ? await pagesIn(dir) : null);
    return hidden.includes(Number(page)) ? null : folder(path);
  };
}

/** What an index folder is called; nothing else is looked for on the disk. */
const isFolderName = (name: string): boolean => /^(base|delta)-[a-z0-9-]+$/.test(name);
