/** One thing worth knowing for the operator: flat facts, no personal data, no stack. */
export type LogLine = {
  readonly level: 'error' | 'info';
  readonly event: string;
  readonly requestId?: string;
  readonly method?: string;
  readonly path?: string;
  readonly status?: number;
  readonly reason?: string;
};

export type WriteLog = (line: LogLine) => void;

/** Writes one line of JSON to standard error; line breaks inside values are escaped by JSON itself. */
export const writeLog: WriteLog = (line) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
};

/** The message of whatever was thrown, without its stack. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
