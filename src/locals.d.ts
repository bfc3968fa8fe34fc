/// <reference types="astro/client" />

declare namespace App {
  /** What the front door hands to every page; see src/server/main.ts. */
  interface Locals {
    readonly register: import('../db/connection.ts').Register;
    /** The one public origin: canonical links and feeds. */
    readonly origin: string;
    /** The moment of the request, so that pages read no clock. */
    readonly now: import('./domain/iso-date.ts').Instant;
    /** Address of the socket: what sign-in attempts are counted by. */
    readonly clientAddress: string;
    /** Under which the log knows this rendering when it fails. */
    readonly requestId: string;
    /** Sessions and passwords; used by /login and /desk only. */
    readonly auth: import('./auth/auth.ts').Auth;
    /** State of the search index, shown on the desk. */
    readonly searchIndex: import('./search/indexer-queue.ts').IndexerQueue;
    /** The words of the search index, by which slips in a query are put right. */
    readonly searchWords: () => Promise<import('./search/word-list.ts').WordList>;
    /** Draws the pictures of shared links; a native library, so it stays outside the built site. */
    readonly drawPicture: import('./exports/draw-picture.ts').DrawPicture;
    /** Makes Word files and HTML into text, each in a process of its own; used by the import pages only. */
    readonly converter: import('./intake/create-converter.ts').Converter;
    /** The files with the whole register that may be given out, newest first. */
    readonly downloads: () => Promise<readonly import('./bulk/download-set.ts').DownloadSet[]>;
    /** Where attached files are kept, and who looks at them first. */
    readonly files: import('./files/file-room.ts').FileRoom;
    /** Files that came with the form of this request; removed once it is answered. */
    readonly uploads: readonly import('./server/receive-upload.ts').Upload[];
    /** Filled by the middleware for /desk; null elsewhere. */
    session: import('./auth/auth.ts').SignedIn | null;
  }
}
