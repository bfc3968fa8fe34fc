import { cpSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LONG_MS = 200_000;
const BETWEEN_LOOKS_MS = 50;

const pause = () => new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));

/**
 * A DATA_DIR of its own with a register that is seeded and indexed. The first to ask in a run of tests has it made; the
 * others get copies, because making it takes seconds of a processor.
 * @param make fills an empty folder and leaves it closed
 */
export async function aSeededFolder(make: (folder: string) => Promise<void>): Promise<string> {
  const original = join(tmpdir(), 'tammanoon-seeded');
  const isReady = `${original}.ready`;
  if (isFirst(original)) {
    await make(original);
    writeFileSync(isReady, '');
  }
  const deadline = Date.now() + LONG_MS;
  while (!existsSync(isReady)) {
    if (Date.now() > deadline) throw new Error('nobody has made the seeded register');
    await pause();
  }
  const copy = mkdtempSync(join(tmpdir(), 'tammanoon-web-'));
  cpSync(original, copy, { recursive: true });
  return copy;
}

/** Making a folder is what only one of several processes can do. */
function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
