import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChildServer, startChildServer } from '../support/child-server.ts';

export const serverFile = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));

/** The built site on a register of its own, seeded from `content/`. */
export type BuiltServer = ChildServer & { readonly dataDir: string; remove(): Promise<void> };

/** Seeding a new register takes two seconds of a processor, of which a crowded machine has given less in 45 seconds. */
const PATIENCE_MS = 100_000;

/** Starts the built site with an empty DATA_DIR, or the given one; `remove` stops it and deletes that folder. */
export async function startBuiltServer(
  dataDir = mkdtempSync(join(tmpdir(), 'tammanoon-web-')),
): Promise<BuiltServer> {
  const server = await startChildServer({
    file: serverFile,
    environment: { DATA_DIR: dataDir, SITE_URL: '' },
    patienceMs: PATIENCE_MS,
  });
  const remove = async (): Promise<void> => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ...server, dataDir, remove };
}
