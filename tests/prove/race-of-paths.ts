import { openDraft } from '../../src/registry/open-draft.ts';
import { aRegisterWithAnOpenDraft, charterBody } from '../support/register-with.ts';
import { openAgain, writePaths } from './write-paths.ts';

export type PathsReport = {
  readonly roundsWithoutOneWinner: readonly number[];
  /** Rounds after which the text is not what the confirmed writes made of it. */
  readonly roundsWithAnotherText: readonly number[];
  /** How often each way won. */
  readonly won: Readonly<Record<string, number>>;
};

/**
 * Many people see the same draft and write it at the same moment, each in another of all the ways there are. Exactly
 * one is told that it is stored, and the text is what the winners made of it, round after round.
 */
export async function raceOfPaths(clients: number, rounds: number): Promise<PathsReport> {
  const { register, people, charter: work } = await aRegisterWithAnOpenDraft();
  const won: Record<string, number> = Object.fromEntries(writePaths.map(({ name }) => [name, 0]));
  const roundsWithoutOneWinner: number[] = [];
  const roundsWithAnotherText: number[] = [];
  const look = async () => {
    await openAgain(register, people.publisherA, work);
    const page = await openDraft(register, people.publisherA, work);
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value.draft;
  };
  let body = charterBody;
  for (let round = 0; round < rounds; round += 1) {
    const seen = await look();
    const attempts = shuffled(
      Array.from({ length: clients }, (_, client) => ({
        path: writePaths[client % writePaths.length],
        line: `ทดสอบรอบ ${round} คนที่ ${client}`,
        actor: client % 2 === 0 ? people.publisherA : people.registrar,
      })),
    );
    const outcomes = await Promise.all(
      attempts.map(async ({ path, line, actor }) => {
        const isStored = await path?.write({ register, actor, work, seen, line });
        return isStored && path ? [{ path, line }] : [];
      }),
    );
    const winners = withoutRetries(outcomes.flat());
    if (winners.length !== 1) roundsWithoutOneWinner.push(round);
    for (const { path, line } of winners) {
      won[path.name] = (won[path.name] ?? 0) + 1;
      if (path.effect === 'line') body = `${body}\n\n${line}`;
      if (path.effect === 'earlier') body = charterBody;
    }
    if ((await look()).content.body !== body) roundsWithAnotherText.push(round);
  }
  register.close();
  return { roundsWithoutOneWinner, roundsWithAnotherText, won };
}

/** Who publishes a version that somebody published a moment before is told of the same edition, as a retry is. */
const withoutRetries = <T extends { readonly path: { readonly name: string } }>(winners: readonly T[]) =>
  winners.filter(
    (one, index) =>
      one.path.name !== 'publish' || winners.findIndex(({ path }) => path.name === 'publish') === index,
  );

function shuffled<T>(all: readonly T[]): readonly T[] {
  return all
    .map((one) => ({ one, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ one }) => one);
}
