export type { FileFault } from '../domain/attachment.ts';

/** A file as it is kept: without what its makers and machines wrote into it beside the content. */
export type Cleaned = {
  readonly bytes: Buffer;
  /** Null when pages cannot be counted. */
  readonly pageCount: number | null;
  /** False when the file had to stay as it was. */
  readonly isStripped: boolean;
};
