/** Quality over some queries, each measure from 0 to 1 and averaged over the queries. */
export type Score = {
  readonly queries: number;
  readonly recall: number;
  readonly precision: number;
  readonly precisionAt10: number;
  /** Mean reciprocal rank of the first right result. */
  readonly mrr: number;
  /** Part of the queries that found nothing. */
  readonly noResult: number;
};

/** Middle, 95th of a hundred, and worst. */
export type Quantiles = { readonly p50: number; readonly p95: number; readonly max: number };

/** What one search costs: bytes over the wire with headers, and milliseconds until ten results can be shown. */
export type SearchCost = {
  readonly requests: number;
  readonly kilobytes: number;
  readonly milliseconds: number;
};

export type CostQuantiles = Readonly<Record<keyof SearchCost, Quantiles>>;

/** What one run of the search bench tells of one engine. */
export type SearchReport = {
  readonly total: Score;
  readonly kinds: Readonly<Record<string, Score>>;
  readonly cost: {
    readonly first: CostQuantiles;
    readonly next: CostQuantiles;
    readonly build: {
      readonly works: number;
      readonly worksPerSecond: number;
      readonly peakMegabytes: number | null;
    };
  };
};

/** The last run of each engine with its day (CE, `YYYY-MM-DD`), as `content/search-score.json` holds it. */
export type RecordedScores = Readonly<Record<string, SearchReport & { readonly measuredOn: string }>>;
