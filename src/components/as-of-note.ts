/** As of when a page tells something, and where else it is told. */
export type AsOfNote = {
  /** As of when, in words. */
  readonly label: string;
  /** Its `asOf` for the addresses of the same page's files and other pages; undefined for now. */
  readonly asOf: string | undefined;
  /** The address at which the same rows stay for ever. */
  readonly lasting: string;
  /** The address of what is there now. */
  readonly present: string;
  /** A sentence about a moment in the address that means nothing here; null when there is none. */
  readonly problem: string | null;
};

/** The rows of a page to take away, and as of when they are so. */
export type PageFiles = {
  readonly csv: string;
  readonly json: string;
  readonly asOf: Pick<AsOfNote, 'label' | 'lasting'>;
};
