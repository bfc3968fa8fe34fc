import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export const downloadFileNames = [
  'tammanoon-editions.ndjson.gz',
  'tammanoon-archive.tar.gz',
  'tammanoon-places.csv',
  'tammanoon-organisations.csv',
  'tammanoon-topics.csv',
  'SHA256SUMS',
] as const;
export type DownloadFileName = (typeof downloadFileNames)[number];

const setId = /^\d{8}T\d{9}$/;

/** The whole public register as files, as it was at one moment. `set.json` in its folder says this. */
const downloadSetShape = z.strictObject({
  /** The name of its folder: the moment in Thai time, as digits. */
  id: z.string().regex(setId),
  asOf: z.string(),
  editions: z.int().min(0),
  works: z.int().min(0),
  revision: z.int().min(0),
  /** How often something public had been taken back by then; a set from before another time is not given out. */
  takenBack: z.int().min(0),
  milliseconds: z.number().min(0),
  files: z.array(
    z.strictObject({
      name: z.enum(downloadFileNames),
      bytes: z.int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
});
export type DownloadSet = Readonly<z.output<typeof downloadSetShape>>;

export const setFile = 'set.json';

/** The folder of a set from its moment: 2026-12-01T11:44:52.544+07:00 is 20261201T114452544. */
export const idOfMoment = (asOf: string): string => asOf.replace(/\+.*$/, '').replace(/[-:.]/g, '');

/** The sets in a folder, newest first. A folder that is not whole is none. */
export async function listDownloadSets(folder: string): Promise<readonly DownloadSet[]> {
  const names = await readdir(folder).catch(() => []);
  const sets = await Promise.all(
    names
      .filter((name) => setId.test(name))
      .map((name) => readFile(join(folder, name, setFile), 'utf8').catch(() => null)),
  );
  return sets
    .flatMap((text) => (text === null ? [] : readSet(text)))
    .sort((a, b) => b.id.localeCompare(a.id));
}

/** One set; none when what a power cut left is no whole description. */
function readSet(text: string): readonly DownloadSet[] {
  try {
    const parsed = downloadSetShape.safeParse(JSON.parse(text));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

/**
 * The sets that may be given out of a register that stands so: none from before something public was taken back, and
 * none of a register in whose place an older backup was put.
 */
export const setsOf = (
  sets: readonly DownloadSet[],
  { takenBack, revision }: Pick<DownloadSet, 'takenBack' | 'revision'>,
): readonly DownloadSet[] => sets.filter((set) => set.takenBack === takenBack && set.revision <= revision);
