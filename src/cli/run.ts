import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { CommandRefused } from './refusal.ts';

/**
 * Runs the command line `registry …`.
 * @param words the arguments after the program's name
 * @returns the exit status: 0 done, 1 refused (one sentence on stderr, nothing changed), 2 wrong usage
 */
export async function run(words: readonly string[]): Promise<number> {
  const program = new Command('registry')
    .description('The registrar’s commands of Tammanoon. The register is in DATA_DIR (default ./data).')
    .showHelpAfterError('(see: npm run registry -- help)')
    .exitOverride();
  for (const add of commands) add(program);
  try {
    await program.parseAsync([...words], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof CommandRefused) {
      process.stderr.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}
