import { join } from 'node:path';
import { type DownloadSet, downloadFileNames, listDownloadSets } from '../bulk/download-set.ts';
import type { StoredFile } from './send-stored-file.ts';

/** The sets that may be given out: none from before something public was taken back. */
export const publicSets = async (
  folder: string,
  takenBack: () => Promise<number>,
): Promise<readonly DownloadSet[]> => {
  const [sets, now] = [await listDownloadSets(folder), await takenBack()];
  return sets.filter((set) => set.takenBack === now);
};

/** `/downloads/{set}/{name}`; null when there is no such file, or none that may be given out. */
export async function findDownload(
  path: string,
  folder: string,
  sets: () => Promise<readonly DownloadSet[]>,
): Promise<StoredFile | null> {
  const [, , id = '', name = '', ...more] = path.split('/');
  const known = downloadFileNames.find((one) => one === name);
  if (known === undefined || more.length > 0) return null;
  const file = (await sets()).find((set) => set.id === id)?.files.find((one) => one.name === known);
  if (file === undefined) return null;
  return {
    path: join(folder, id, known),
    sha256: file.sha256,
    name: known,
    mediaType: mediaTypeOf(known),
    isPublic: true,
  };
}

function mediaTypeOf(name: string): string {
  if (name.endsWith('.gz')) return 'application/gzip';
  return name.endsWith('.csv') ? 'text/csv; charset=utf-8; header=present' : 'text/plain; charset=utf-8';
}
