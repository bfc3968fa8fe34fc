/** One thing that can be run by name: what it tells, and the file whose default export runs it. */
export type Member = {
  readonly name: string;
  readonly about: string;
  /** Gets the arguments after the name; resolves to the exit code. */
  readonly load: () => Promise<{ readonly default: (args: readonly string[]) => Promise<number> }>;
};

/**
 * Runs the member named first in `args` with the remaining ones, and resolves to the exit code. Without a name, or with
 * an unknown one, it prints the list: exit code 0 when the list was asked for, 2 when the name is wrong.
 */
export async function runNamed(
  command: string,
  members: readonly Member[],
  args: readonly string[],
): Promise<number> {
  const [name, ...rest] = args;
  const member = members.find((each) => each.name === name);
  if (member !== undefined) return (await member.load()).default(rest);
  if (name !== undefined) console.error(`There is no "${name}" to ${command}.`);
  const width = Math.max(0, ...members.map((each) => each.name.length));
  console.log(`npm run ${command} -- <name> [options]`);
  for (const each of members) console.log(`  ${each.name.padEnd(width)}  ${each.about}`);
  return name === undefined ? 0 : 2;
}
