/** What every file of rows says of itself. */
export type FileHead = {
  /** As of when, as `AsOf.text` says it; asked for again as of then, the file is the same. */
  readonly asOf: string;
  /** The whole address of this file as of then. */
  readonly address: string;
  readonly origin: string;
};
