import { parseArgs } from 'node:util';
import type { Register } from '../../db/connection.ts';
import { findDraft, updateDraft } from '../../db/drafts.ts';
import { findWork } from '../../db/works.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { aRegisterWithAnOpenDraft, storyBegins } from '../support/register-with.ts';
import { raceOfPaths } from './race-of-paths.ts';

export type RaceOptions = {
  readonly clients: number;
  readonly rounds: number;
  /** False takes the version out of the save: the control that must lose text. */
  readonly guarded: boolean;
  readonly onRound?: (done: number) => void;
};

export type RaceReport = {
  /** Rounds in which not exactly one client was told that its text is saved. */
  readonly roundsWithoutOneWinner: readonly number[];
  /** Lines that were confirmed as saved and are not in the text any more. */
  readonly lost: readonly string[];
  /** Lines in the text whose client was told that nothing was saved. */
  readonly unconfirmed: readonly string[];
  readonly confirmed: number;
};

type Save = (actor: Actor, expectedVersion: number, body: string) => Promise<boolean>;

/**
 * Many people open the same draft, each adds a line of one's own, and all save at the same moment, round after
 * round. Every confirmed line must be in the text at the end, and only those.
 */
export async function raceForDraft({ clients, rounds, guarded, onRound }: RaceOptions): Promise<RaceReport> {
  const { register, people, charter } = await aRegisterWithAnOpenDraft();
  const actors = [people.editorA, people.publisherA, people.registrar];
  const save = guarded ? guardedSave(register, charter) : unguardedSave(register, charter);
  const confirmed: string[] = [];
  const roundsWithoutOneWinner: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const winners = await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        const actor = actors[client % actors.length] ?? people.editorA;
        const { version, body } = await look(register, actor, charter);
        const line = `ทดสอบรอบ ${round} คนที่ ${client}`;
        return (await save(actor, version, `${body}\n\n${line}`)) ? [line] : [];
      }),
    );
    confirmed.push(...winners.flat());
    if (winners.flat().length !== 1) roundsWithoutOneWinner.push(round);
    onRound?.(round + 1);
  }
  const { body } = await look(register, people.editorA, charter);
  register.close();
  const lines = body.split('\n').filter((line) => line.startsWith('ทดสอบรอบ'));
  return {
    roundsWithoutOneWinner,
    lost: confirmed.filter((line) => !lines.includes(line)),
    unconfirmed: lines.filter((line) => !confirmed.includes(line)),
    confirmed: confirmed.length,
  };
}

async function look(register: Register, actor: Actor, work: WorkName) {
  const page = await openDraft(register, actor, work);
  if (!page.ok) throw new Error(`the draft cannot be opened: ${page.refusal.code}`);
  return { version: page.value.draft.version, body: page.value.draft.content.body };
}

const guardedSave =
  (register: Register, work: WorkName): Save =>
  async (actor, expectedVersion, body) => {
    const page = await openDraft(register, actor, work);
    if (!page.ok) return false;
    const fields = { ...fieldsOf(page.value.draft.content), body };
    const saved = await saveDraft(register, actor, work, { expectedVersion, fields }, storyBegins);
    return saved.ok;
  };

/** The same save on whatever version is there: what a form without a version would do. */
const unguardedSave =
  (register: Register, name: WorkName): Save =>
  (actor, _seen, body) =>
    register.write(async (transaction) => {
      const work = await findWork(transaction, name);
      const draft = work && (await findDraft(transaction, work.id));
      if (!draft) return false;
      return updateDraft(transaction, {
        id: draft.id,
        workId: draft.workId,
        kind: 'saved',
        expectedVersion: draft.version,
        content: { ...draft.content, body },
        userId: actor.userId,
        at: storyBegins,
      });
    });

/** `npm run prove -- lost-updates [--size rounds] [--clients N]`, then its control. */
export default async function lostUpdates(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '200' }, clients: { type: 'string', default: '64' } },
  });
  const rounds = Number(values.size);
  const clients = Number(values.clients);
  if (!(rounds >= 1 && clients >= 2)) {
    console.error('--size must be at least 1 round and --clients at least 2.');
    return 2;
  }
  const onRound = (done: number): void => {
    if (done % 50 === 0 || done === rounds) console.log(`round ${done} of ${rounds}`);
  };
  const report = await raceForDraft({ clients, rounds, guarded: true, onRound });
  const holds =
    report.roundsWithoutOneWinner.length === 0 && report.lost.length === 0 && report.unconfirmed.length === 0;
  console.log(
    `${clients * rounds} saves by ${clients} people: ${report.confirmed} confirmed, ${report.lost.length} lost, ` +
      `${report.roundsWithoutOneWinner.length} rounds without exactly one winner`,
  );
  const control = await raceForDraft({ clients, rounds: Math.min(rounds, 10), guarded: false });
  console.log(
    `control without the version: ${control.lost.length} of ${control.confirmed} confirmed lines lost`,
  );
  const paths = await raceOfPaths(clients, rounds);
  const areKept = paths.roundsWithoutOneWinner.length === 0 && paths.roundsWithAnotherText.length === 0;
  console.log(
    `every way of writing against every other: ${paths.roundsWithoutOneWinner.length} rounds without exactly one ` +
      `winner, ${paths.roundsWithAnotherText.length} with another text; won by ${JSON.stringify(paths.won)}`,
  );
  return holds && areKept && control.lost.length > 0 ? 0 : 1;
}
