/** One index folder of a generation. `dir` is a folder name that is used once and never again. */
export type IndexFolder = { readonly dir: string; readonly works: number; readonly editions: number };

/**
 * `manifest.json`: the one mutable file of the index. Everything it names is immutable.
 * `hide` names, for each base folder, the pages whose works were changed or are gone since the base was built.
 */
export type SearchManifest = {
  readonly format: 6;
  readonly generation: number;
  readonly revision: number;
  readonly builtAt: string;
  readonly shards: readonly IndexFolder[];
  readonly delta: IndexFolder | null;
  /** Works that differ from the base; more than about a hundred call for a new base. */
  readonly changedWorks: readonly string[];
  readonly hide: Readonly<Record<string, readonly number[]>>;
  /** Only as served: whether the register has changed for searches since, so that its server is to be asked. */
  readonly isBehind?: boolean;
};

/** The index folders that a manifest names. */
export function foldersOf({ shards, delta }: SearchManifest): readonly string[] {
  return [...shards, ...(delta === null ? [] : [delta])].map((folder) => folder.dir);
}

export const manifestName = 'manifest.json';
export const catalogueName = 'catalogue.gz';
/** The words of an index folder. */
export const wordsName = 'words.gz';

/** The file of one record inside its index folder. */
export function recordName(page: number): string {
  return `record/${page}.gz`;
}

/** The file of one chunk of postings inside its index folder. */
export function chunkName(chunk: number): string {
  return `index/${chunk}.gz`;
}

/** The file of the places of a large chunk inside its index folder. */
export function placesName(chunk: number): string {
  return `places/${chunk}.gz`;
}

/** Parses a manifest file. Throws when it is not one of this format. */
export function parseManifest(text: string): SearchManifest {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== 6) {
    throw new Error('search manifest has an unknown format');
  }
  return value as SearchManifest;
}
