import type { KnownFile } from '../../db/attachments.ts';
import type { DownloadSet } from '../bulk/download-set.ts';
import type { Settings } from '../env.ts';
import type { PageHandler } from './ask-astro.ts';
import type { Upload } from './receive-upload.ts';
import type { SearchedNow } from './serve-live-index.ts';
import type { WriteLog } from './write-log.ts';

/**
 * One rendering. Public pages learn nothing about who asks; `requestId` is written to the log when the rendering fails,
 * so that the site's own error page may show it.
 */
export type Visit =
  | { readonly kind: 'public'; readonly requestId: string }
  | {
      readonly kind: 'personal';
      readonly clientAddress: string;
      readonly requestId: string;
      readonly uploads: readonly Upload[];
    };

/** What the front door needs to take files in and to send them. */
export type FileParts = {
  /** Whether whoever sends this Cookie header may bring files at all: nobody else's are written to the disk. */
  readonly mayBring: (cookie: string | null) => Promise<boolean>;
  /** A path for bytes on their way in. */
  readonly newIncoming: () => Promise<string>;
  readonly pathOf: (sha256: string) => string;
  /** The file under this name if it is public now, else null. */
  readonly findPublic: (sha256: string, name: string) => Promise<KnownFile | null>;
};

/** Everything the front door stands on; all of it given, so that it runs without the site and without a database. */
export type FrontDoorParts = {
  readonly settings: Settings;
  /** `revision` changes whenever something was published, and is asked on every request: it must be cheap. */
  readonly register: { revision(): number };
  /** The facts shown at `/healthz` beside the status; a rejection answers 503. */
  readonly health: () => Promise<object>;
  /** `Astro.locals` of one rendering; `clientAddress` (empty for public pages) and `requestId` are added to it. */
  readonly locals: (visit: Visit) => object;
  readonly astroHandler: PageHandler;
  /** The built site's own files (`dist/client`). */
  readonly clientDir: string;
  /** The folder behind `/pagefind/`. */
  readonly searchDir: string;
  /** What searches may show now; asked again whenever the register or the day changes. */
  readonly searchedNow?: SearchedNow;
  /** Without it no file is taken in and none is there. */
  readonly files?: FileParts;
  /** Files with the whole register; without it there are none. */
  readonly downloads?: {
    readonly folder: string;
    readonly sets: () => Promise<readonly DownloadSet[]>;
  };
  /** Called once, after the last answer. */
  readonly onClose: () => void | Promise<void>;
  readonly log?: WriteLog;
  readonly limits?: Partial<Limits>;
};

/** Bounds that keep one visitor from taking the server from the others. */
export type Limits = {
  readonly bodyBytes: number;
  /** The same for a form with a file. */
  readonly uploadBytes: number;
  /** Forms with a file that are received at one time; more are answered 503. */
  readonly uploadsAtOnce: number;
  /** How long such a form may take to arrive, for lines on which twenty megabytes take minutes. */
  readonly uploadTimeoutMs: number;
  readonly cacheBytes: number;
  /** Pages being made at one time; more are answered 503. */
  readonly pagesAtOnce: number;
  readonly headersTimeoutMs: number;
  readonly requestTimeoutMs: number;
  readonly keepAliveMs: number;
  /** How long answers on their way may take once the server is told to stop. */
  readonly graceMs: number;
};
