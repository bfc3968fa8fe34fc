/**
 * A date as a Thai document gives it: understood in the common era, and kept as written.
 *
 * `start` and `end` are ISO 8601 calendar dates of the common era at the stated precision:
 * `2017`, `2017-05` or `2017-05-15`. `end` is the last day, month or year of a range, or null.
 * A fiscal year (ปีงบประมาณ N, 1 October N-1 to 30 September N) has both ends as days.
 */
export type WrittenDate = {
  readonly start: string;
  readonly end: string | null;
  readonly precision: 'day' | 'month' | 'year' | 'fiscal_year';
  /** The wording of the source, verbatim; null when only the understood date is known. */
  readonly textAsWritten: string | null;
  /** True when a part (usually the year) was taken from elsewhere in the source. */
  readonly isInferred: boolean;
};

/** One day, YYYY-MM-DD, that no document has written. */
export const writtenDay = (start: string): WrittenDate => ({
  start,
  end: null,
  precision: 'day',
  textAsWritten: null,
  isInferred: false,
});
