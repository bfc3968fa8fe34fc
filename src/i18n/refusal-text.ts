/** What a person is told when something is refused: what happened, why, and what to do next. */
export type RefusalText = {
  readonly title: string;
  readonly sentence: string;
  readonly next: string;
};
