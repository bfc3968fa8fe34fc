import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandRefused } from './refusal.ts';

/** Asks for a password twice on the terminal without showing it. Refused when there is no terminal. */
export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new CommandRefused('There is no terminal to ask for the password: use --password-stdin.');
  }
  const first = await ask('Password (at least 12 characters): ');
  const second = await ask('Once more: ');
  if (first !== second) throw new CommandRefused('The two passwords differ; try again. No user was added.');
  return first;
}

async function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
