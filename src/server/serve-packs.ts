import { filesOfPack, packFiles } from '../search/pack.ts';
import { type ReadyOptions, readyAnswer } from './ready-answer.ts';
import type { FileFinder } from './serve-files.ts';

/**
 * Answers the address of a pack with its files, each as the folder itself would answer it, and every other address
 * as the folder does. A pack of which one file is not there is not there.
 */
export function servePacks(folder: FileFinder, options: ReadyOptions): FileFinder {
  return async (path) => {
    const names = filesOfPack(path.slice(1));
    if (names === null) return folder(path);
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await folder(`/${name}`);
        return found?.status === 200 ? (await found.prepare('identity')).body : null;
      }),
    );
    const present = files.filter((file) => file !== null);
    if (present.length < files.length) return null;
    const headers = [['Content-Type', 'application/octet-stream']] as const;
    return readyAnswer({ status: 200, headers, body: Buffer.from(packFiles(present).buffer) }, options);
  };
}
