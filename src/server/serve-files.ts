import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { LRUCache } from 'lru-cache';
import { type ReadyAnswer, type ReadyOptions, readyAnswer } from './ready-answer.ts';
import type { Header } from './security-headers.ts';

/** Finds the file for a checked, percent-encoded path inside the folder, or null. */
export type FileFinder = (path: string) => Promise<ReadyAnswer | null>;

export type FolderOptions = {
  readonly root: string;
  /** Cache-Control by file name. */
  readonly cacheControl: (path: string) => string;
  readonly securityHeaders: readonly Header[];
  /** Those of what is drawn and never run: style sheets, fonts, pictures. Those of the others unless told. */
  readonly partHeaders?: readonly Header[];
};

const KEPT_BYTES = 32 * 1024 * 1024;
const ASSET_QUALITY = 11;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const isPart = (type: string): boolean => /^(?:font\/|image\/|text\/css)/.test(type);

/**
 * Serves the files of one folder by their real path: a link that leads out of the folder, a hidden file or a folder is
 * not there. Nothing is listed beforehand, so files that appear while the server runs are found. Small files stay in
 * memory with their compressed forms, until their size or time of change differs.
 */
export function serveFiles({
  root,
  cacheControl,
  securityHeaders,
  partHeaders = securityHeaders,
}: FolderOptions): FileFinder {
  const kept = new LRUCache<string, ReadyAnswer>({
    maxSize: KEPT_BYTES,
    maxEntrySize: KEPT_BYTES / 4,
    sizeCalculation: (file, key) => file.size * 2 + key.length + 512,
  });
  return async (path) => {
    const file = await findFile(root, path);
    if (file === null) return null;
    const key = `${file.realPath}\0${file.size}\0${file.changedAt}\0${path}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    const type = contentTypes[extname(file.realPath).toLowerCase()] ?? 'application/octet-stream';
    const options: ReadyOptions = {
      securityHeaders: isPart(type) ? partHeaders : securityHeaders,
      cacheControl: cacheControl(path),
      quality: ASSET_QUALITY,
      hasEtag: true,
    };
    const body = await readFile(file.realPath);
    const ready = readyAnswer({ status: 200, headers: [['Content-Type', type]], body }, options);
    kept.set(key, ready);
    return ready;
  };
}

type FoundFile = { readonly realPath: string; readonly size: number; readonly changedAt: number };

async function findFile(root: string, path: string): Promise<FoundFile | null> {
  const plain = decodeURIComponent(path);
  const segments = plain.split('/').slice(1);
  if (segments.some((segment) => segment === '' || segment.startsWith('.') || /[\\\0]/.test(segment)))
    return null;
  try {
    const realRoot = await realpath(root);
    const realPath = await realpath(join(realRoot, ...segments));
    if (!realPath.startsWith(realRoot + sep)) return null;
    const facts = await stat(realPath);
    return facts.isFile() ? { realPath, size: facts.size, changedAt: facts.mtimeMs } : null;
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP';
}
