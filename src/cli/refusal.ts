/** A command that could not do what was asked; its message is the sentence for the registrar. */
export class CommandRefused extends Error {}

/**
 * What to throw when work on files failed: the reason in one sentence and how things stand now. What
 * neither the file system nor SQLite reports is a fault of ours and stays as it is.
 */
export function refusalOf(error: unknown, ending: string): unknown {
  if (error instanceof CommandRefused) return new CommandRefused(`${error.message} ${ending}`);
  const isReported = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isReported ? new CommandRefused(`${error.message}. ${ending}`) : error;
}
