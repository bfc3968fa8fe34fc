import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Network } from '../domain/network.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PublicDeeds } from '../domain/public-submission.ts';
import { isSlug, isWorkType, type WorkName, workTypes } from '../domain/work.ts';
import { filesFolderName } from './attached-files.ts';
import { type EditionFile, readEditionFile } from './edition-file.ts';
import { readNetworksFile } from './networks-file.ts';
import { readOrganisationsFile } from './organisations-file.ts';
import type { ArchiveProblem } from './problem.ts';
import { readSubmissionsFile } from './submissions-file.ts';
import { readWorkFile, type WorkFile } from './work-file.ts';
import type { Parsed } from './yaml-file.ts';

export type ArchivedEdition = EditionFile & { readonly file: string; readonly text: string };

export type ArchivedDeeds = PublicDeeds & { readonly file: string; readonly text: string };

export type ArchivedWork = {
  readonly name: WorkName;
  readonly about: WorkFile;
  /** First to last. */
  readonly editions: readonly ArchivedEdition[];
  /** What was handed in about an agreement, when there is such a file. */
  readonly deeds?: ArchivedDeeds;
};

export type Archive = {
  readonly organisations: readonly Organisation[];
  /** An archive from before there were any has none. */
  readonly networks?: readonly Network[];
  readonly works: readonly ArchivedWork[];
};

/** Names of the files that are not editions. */
export const organisationsFileName = 'organisations.yaml';
export const networksFileName = 'networks.yaml';
export const workFileName = 'work.yaml';
export const submissionsFileName = 'submissions.yaml';

/**
 * Reads a whole archive folder: `{type}/{slug}/{n}.md`, beside them `work.yaml` and, of an agreement,
 * `submissions.yaml`, and at the root `organisations.yaml` and `networks.yaml`. Every problem of every file is reported at once.
 */
export async function readArchive(folder: string): Promise<Parsed<Archive>> {
  const problems: ArchiveProblem[] = [];
  const works: ArchivedWork[] = [];
  const organisations = await readOptional(folder, organisationsFileName, readOrganisationsFile, problems);
  const networks = await readOptional(folder, networksFileName, readNetworksFile, problems);
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory() && !isWorkType(entry.name)) {
      problems.push({
        file: entry.name,
        line: null,
        field: 'type',
        reason: 'not_in_list',
        found: entry.name,
      });
    }
  }
  for (const type of workTypes) {
    for (const entry of await entriesOf(join(folder, type))) {
      const name: WorkName = { type, slug: entry.name };
      const path = posix.join(type, entry.name);
      if (!entry.isDirectory() || !isSlug(entry.name)) {
        problems.push({ file: path, line: null, field: 'slug', reason: 'bad_slug', found: entry.name });
        continue;
      }
      works.push(await readWorkFolder(folder, path, name, problems));
    }
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, value: { organisations: organisations ?? [], networks: networks ?? [], works } };
}

async function readWorkFolder(
  folder: string,
  path: string,
  name: WorkName,
  problems: ArchiveProblem[],
): Promise<ArchivedWork> {
  const about = await readOptional(folder, posix.join(path, workFileName), readWorkFile, problems);
  const deeds =
    name.type === 'agreements'
      ? await readOptional(folder, posix.join(path, submissionsFileName), readDeeds, problems)
      : null;
  const editions: ArchivedEdition[] = [];
  for (const entry of await entriesOf(join(folder, path))) {
    if (entry.name === submissionsFileName && name.type === 'agreements') continue;
    if (entry.name === workFileName || (entry.isDirectory() && entry.name === filesFolderName)) continue;
    const file = posix.join(path, entry.name);
    const number = /^([1-9]\d{0,3})\.md$/.exec(entry.name)?.[1];
    if (number === undefined) {
      problems.push({ file, line: null, field: 'edition', reason: 'file_name_differs', found: entry.name });
      continue;
    }
    const text = await readFile(join(folder, file), 'utf8');
    const read = readEditionFile(text, file, name, Number(number));
    if (read.ok) editions.push({ ...read.value, file, text });
    else problems.push(...read.problems);
  }
  editions.sort((a, b) => a.manifest.edition - b.manifest.edition);
  return {
    ...{ name, about: about ?? { steward: null, events: [] }, editions },
    ...(deeds !== null && { deeds }),
  };
}

function readDeeds(text: string, file: string): Parsed<ArchivedDeeds> {
  const read = readSubmissionsFile(text, file);
  return read.ok ? { ok: true, value: { ...read.value, file, text } } : read;
}

async function readOptional<T>(
  folder: string,
  file: string,
  read: (text: string, file: string) => Parsed<T>,
  problems: ArchiveProblem[],
): Promise<T | null> {
  const text = await readFile(join(folder, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const parsed = read(text, file);
  if (parsed.ok) return parsed.value;
  problems.push(...parsed.problems);
  return null;
}

/** The entries of a folder by name, hidden files left out; none when it does not exist. */
async function entriesOf(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return entries.filter((entry) => !entry.name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1));
}
