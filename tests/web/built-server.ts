import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ChildServer, startChildServer } from '../support/child-server.ts';
import { aSeededFolder } from '../support/seeded-folder.ts';

export const serverFile = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));

/** The built site on a register of its own, seeded from `content/`. */
export type BuiltServer = ChildServer & { readonly dataDir: string; remove(): Promise<void> };

/** Seeding a new register takes two seconds of a processor, of which a crowded machine has given less in 45 seconds. */
const PATIENCE_MS = 100_000;
const BETWEEN_LOOKS_MS = 100;

/** An empty folder, in which a start has everything to do. */
export const anEmptyFolder = (): string => mkdtempSync(join(tmpdir(), 'tammanoon-web-'));

/**
 * Starts the built site; `remove` stops it and deletes its folder.
 * @param dataDir its DATA_DIR; a copy of the seeded and indexed register of this run of tests unless told. Outside of such a
 *   run nothing tidies that one up: benches and proofs give a folder.
 */
export async function startBuiltServer(dataDir?: string): Promise<BuiltServer> {
  const folder = dataDir ?? (await aSeededFolder(seed));
  const server = await serve(folder);
  const remove = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, dataDir: folder, remove };
}

const serve = (dataDir: string): Promise<ChildServer> =>
  startChildServer({
    file: serverFile,
    environment: { DATA_DIR: dataDir, SITE_URL: '' },
    patienceMs: PATIENCE_MS,
  });

/** Lets a server fill the folder and build its index, and stops it. */
async function seed(dataDir: string): Promise<void> {
  const server = await serve(dataDir);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { searchGeneration } = (await (await fetch(`${server.origin}/healthz`)).json()) as {
      readonly searchGeneration: number | null;
    };
    if (searchGeneration !== null) break;
    if (Date.now() > deadline) throw new Error('the index of the seeded register was not built');
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  await server.stop();
}
