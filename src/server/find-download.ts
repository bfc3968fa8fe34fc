import { join } from 'node:path';
import type { Register } from '../../db/connection.ts';
import { type DownloadSet, downloadFileNames, listDownloadSets, setsOf } from '../bulk/download-set.ts';
import { countTakenBack } from '../registry/count-taken-back.ts';
import type { StoredFile } from './send-stored-file.ts';

/** The sets that may be given out. */
export const publicSets = async (folder: string, register: Register): Promise<readonly DownloadSet[]> =>
  setsOf(await listDownloadSets(folder), {
    takenBack: await countTakenBack(register),
    revision: register.revision(),
  });

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
