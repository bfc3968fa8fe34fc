import type { Register } from '../../db/connection.ts';
import { readManifestBytes } from '../../db/editions.ts';
import { sha256Of } from './steps/canonical-manifest.ts';

export type Verification = {
  readonly editions: number;
  /** Ids of editions whose stored text no longer gives their hash. */
  readonly damaged: readonly number[];
};

/** Recomputes the SHA-256 of every edition; SQLite itself does not notice a flipped bit in a text. */
export async function verifyRegister(
  register: Pick<Register, 'read'>,
  onProgress: (done: number) => void = () => undefined,
): Promise<Verification> {
  const damaged: number[] = [];
  let editions = 0;
  for (let last = 0; ; ) {
    const batch = await readManifestBytes(register.read, last, 200);
    const end = batch.at(-1);
    if (!end) return { editions, damaged };
    for (const edition of batch) {
      if (sha256Of(edition.manifest) !== edition.sha256) damaged.push(edition.id);
    }
    editions += batch.length;
    last = end.id;
    onProgress(editions);
  }
}
