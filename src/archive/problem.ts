import type { FieldProblem } from '../domain/errors.ts';

/** One thing wrong with an archive, with the place to look: file, line and field. */
export type ArchiveProblem = FieldProblem & {
  /** Path of the file, relative to the archive's folder. */
  readonly file: string;
  /** Line in the file, from 1; null when the whole file is meant. */
  readonly line: number | null;
  /** What the YAML reader said, when the file is not even YAML. */
  readonly detail?: string;
};
