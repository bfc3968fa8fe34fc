import { posix } from 'node:path';
import type { Network } from '../domain/network.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PublicDeeds } from '../domain/public-submission.ts';
import type { WorkName } from '../domain/work.ts';
import { type EditionFile, writeEditionFile } from './edition-file.ts';
import { writeNetworksFile } from './networks-file.ts';
import { writeOrganisationsFile } from './organisations-file.ts';
import {
  networksFileName,
  organisationsFileName,
  submissionsFileName,
  workFileName,
} from './read-archive.ts';
import { writeSubmissionsFile } from './submissions-file.ts';
import { type WorkFile, writeWorkFile } from './work-file.ts';

/** A file of an archive: its path relative to the archive's folder, and its text. */
export type ArchiveFile = { readonly path: string; readonly text: string };

/** The files of one work; `deeds` are what was handed in about an agreement. */
export function filesOfWork(
  name: WorkName,
  about: WorkFile,
  editions: readonly EditionFile[],
  deeds: PublicDeeds | null,
): readonly ArchiveFile[] {
  const folder = posix.join(name.type, name.slug);
  const aboutText = writeWorkFile(about);
  const deedsText = deeds && writeSubmissionsFile(deeds);
  return [
    ...editions.map((edition) => ({
      path: posix.join(folder, `${edition.manifest.edition}.md`),
      text: writeEditionFile(edition),
    })),
    ...(aboutText === null ? [] : [{ path: posix.join(folder, workFileName), text: aboutText }]),
    ...(deedsText === null ? [] : [{ path: posix.join(folder, submissionsFileName), text: deedsText }]),
  ];
}

/** The file that lists the organisations, when there are any. */
export function filesOfOrganisations(organisations: readonly Organisation[]): readonly ArchiveFile[] {
  const text = writeOrganisationsFile(organisations);
  return text === null ? [] : [{ path: organisationsFileName, text }];
}

/** The file that lists networks and programmes, when there are any. */
export function filesOfNetworks(networks: readonly Network[]): readonly ArchiveFile[] {
  const text = writeNetworksFile(networks);
  return text === null ? [] : [{ path: networksFileName, text }];
}
