import type { Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { listWorkNames } from '../../db/works.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { WorkName } from '../domain/work.ts';
import { canonicalManifest } from './steps/canonical-manifest.ts';

/** An edition as it is stored: its manifest as canonical JSON (RFC 8785), whose UTF-8 bytes have the hash. */
export type StoredManifest = WorkName & {
  readonly number: number;
  readonly json: string;
  readonly sha256: string;
  readonly publishedAt: Instant;
};

/** Every edition that readers may read, by type, name of the work and number. */
export async function* listManifests({ read }: Pick<Register, 'read'>): AsyncGenerator<StoredManifest> {
  for (const { id, type, slug } of await listWorkNames(read)) {
    for (const { number, sha256, publishedAt } of await listEditions(read, id)) {
      const edition = await findEdition(read, id, number);
      if (!edition) throw new Error(`${type}/${slug} lost edition ${number}`);
      const { json } = canonicalManifest(edition.manifest);
      yield { type, slug, number, json, sha256, publishedAt };
    }
  }
}
