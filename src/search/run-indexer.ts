import { lowerPriority } from './lower-priority.ts';
import { type IndexSource, updateIndex } from './update-index.ts';

/** One line on the standard output of an indexer process, as JSON. */
export type IndexerReport =
  | { readonly kind: 'progress'; readonly editions: number }
  | {
      readonly kind: 'done';
      readonly what: 'unchanged' | 'delta' | 'base';
      readonly generation: number;
      readonly revision: number;
      readonly milliseconds: number;
    }
  | { readonly kind: 'failed'; readonly message: string };

export type IndexerProcess = {
  /** `DATA_DIR/search`. */
  readonly dir: string;
  readonly source: IndexSource;
  readonly isFull?: boolean;
};

/**
 * The whole life of an indexer process: lowest priority, one update, one report, exit code 0 or 1. The caller
 * opens the register and hands over where records come from. SIGTERM ends it at once; a half-built folder is
 * never named by a manifest and is deleted by the next build.
 */
export async function runIndexer({ dir, source, isFull = false }: IndexerProcess): Promise<number> {
  lowerPriority(process.pid);
  process.once('SIGTERM', () => process.exit(143));
  let reported = 0;
  try {
    const { kind, manifest, milliseconds } = await updateIndex({
      dir,
      source,
      isFull,
      onProgress: (editions) => {
        if (editions - reported < 100) return;
        reported = editions;
        report({ kind: 'progress', editions });
      },
    });
    const { generation, revision } = manifest;
    report({ kind: 'done', what: kind, generation, revision, milliseconds });
    return 0;
  } catch (error) {
    report({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    return 1;
  }
}

function report(line: IndexerReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
