import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { openRegister, type Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import { findProvision } from '../../db/provisions.ts';
import { removeEditionWordings } from '../../db/wordings.ts';
import { findWork } from '../../db/works.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import type { Provision } from '../../src/domain/provision.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { randomFrom } from '../../src/generator/random.ts';
import { joiners } from '../../src/generator/spread-phrases.ts';
import { spreadClause, spreadClauses, spreadEditions } from '../../src/generator/spread-works.ts';
import { testWorkName } from '../../src/generator/test-edition.ts';
import { findSimilarInDraft } from '../../src/registry/find-similar-in-draft.ts';
import { findSimilarProvisions, similarMaximum } from '../../src/registry/find-similar-provisions.ts';
import { storeWordingsOf } from '../../src/registry/steps/store-wordings.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { labelledClauses } from '../domain/similar/labelled-clauses.ts';
import { findLabelled, storeLabelled } from '../domain/similar/labelled-register.ts';
import { keepsPromise, type SimilarScore, scoreLabelled } from '../domain/similar/score-labelled.ts';
import { cpuOf } from '../support/cpu-of.ts';
import { tellAgainst, tellMachine } from './cpu.ts';
import { onCopy } from './on-copy.ts';
import { benchedRegister } from './page-cpu.ts';

const now = '2026-12-01T00:00:00.000Z';
/** Milliseconds of CPU for the similar clauses of one; and by which the page before publishing, and publishing, take longer. */
const promised = { clause: 50, look: 30, store: 30 };
const seed = 1;
/** Of each kind so many are asked before those that count: a server that has just been started compiles what it runs. */
const warmUps = 5;

/**
 * `[DATA_DIR=…] npm run bench -- similar [--clauses N] [--drafts N]`: first how many of the labelled clauses are found,
 * apart for those that were held out; then, with a register made by `registry generate --works 10000 --spread`, the CPU
 * of one question, of looking through a draft and of storing it, as ratios to what was promised, and what the tables
 * take. The register is copied and stays as it is. Exit code 1 when a promise was not kept.
 */
export default async function benchSimilar(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { clauses: { type: 'string', default: '300' }, drafts: { type: 'string', default: '30' } },
  });
  await tellMachine();
  const isFound = await measureLabelled();
  if (process.env['DATA_DIR'] === undefined) return isFound ? 0 : 1;
  const file = benchedRegister('registry generate --works 10000 --spread');
  const isQuick = await onCopy(file, (register) =>
    measureRegister(register, Number(values.clauses), Number(values.drafts)),
  );
  return isFound && isQuick ? 0 : 1;
}

async function measureLabelled(): Promise<boolean> {
  const clauses = labelledClauses();
  const register = openRegister({ file: ':memory:' });
  try {
    await storeLabelled(register, clauses);
    const found = await findLabelled(register, clauses);
    const scores = {
      'looked at': scoreLabelled(clauses, ({ isHeldOut }) => !isHeldOut, found),
      'held out': scoreLabelled(clauses, ({ isHeldOut }) => isHeldOut, found),
    };
    console.table(Object.fromEntries(Object.entries(scores).map(([name, score]) => [name, told(score)])));
    for (const { missed, wrong } of Object.values(scores)) {
      for (const line of [...missed.map((one) => `missed ${one}`), ...wrong.map((one) => `wrong  ${one}`)]) {
        console.log(line);
      }
    }
    return Object.values(scores).every(keepsPromise);
  } finally {
    register.close();
  }
}

const told = ({ copied, adapted, precision }: SimilarScore) => ({
  'recall of copied': copied.toFixed(3),
  'recall of adapted': adapted.toFixed(3),
  precision: precision.toFixed(3),
});

async function measureRegister(register: Register, clauses: number, drafts: number): Promise<boolean> {
  const works = register.read.get<{ total: number }>(sql`SELECT count(*) AS total FROM works`).total;
  tellTables(register);
  const clause = await measureClauses(register, works, clauses);
  const { look, store } = await measureDrafts(register, drafts);
  return [
    tellAgainst(promised.clause, 'the similar clauses of a clause', clause),
    tellAgainst(promised.look, 'finding near-identical clauses, on the page before publishing', look),
    tellAgainst(promised.store, 'making clauses found by their words, in publishing itself', store),
  ].every(Boolean);
}

function tellTables({ read }: Register): void {
  const sizes = read.all<{ name: string; bytes: number }>(
    sql`SELECT name, sum(pgsize) AS bytes FROM dbstat WHERE name LIKE '%wording%' GROUP BY name`,
  );
  const rows = read.get<{ total: number }>(sql`SELECT count(*) AS total FROM provision_wordings`).total;
  const longest = read.get<{ bytes: number }>(
    sql`SELECT max(length(wording_ids)) AS bytes FROM wording_shingles`,
  ).bytes;
  for (const { name, bytes } of sizes) console.log(`${(bytes / 2 ** 20).toFixed(1).padStart(7)} MB  ${name}`);
  console.log(`${rows} clauses; the longest list of a shingle has ${longest} letters`);
}

/** @returns the milliseconds of CPU of each */
async function measureClauses(
  register: Register,
  works: number,
  clauses: number,
): Promise<readonly number[]> {
  const random = randomFrom(7);
  const each: number[] = [];
  const made = { copied: 0, adapted: 0 };
  const found = { copied: 0, adapted: 0 };
  for (let asked = -warmUps; asked < clauses; asked += 1) {
    const [serial, index] = [1 + random.below(works), random.below(spreadClauses)];
    const { edition, provision } = await clauseOf(register, testWorkName(serial), `cl-${index + 1}`);
    const answer = await cpuOf(() => findSimilarProvisions(register, edition, provision, now));
    if (asked < 0) continue;
    each.push(answer.cpu);
    const { origin } = spreadClause(seed, serial, index);
    if (origin === null || answer.value === null) continue;
    made[origin.kind] += 1;
    const { slug } = testWorkName(origin.serial);
    const { similar, total } = answer.value;
    // Of a clause that hundreds have only the likest are listed.
    if (similar.some((one) => one.slug === slug) || total > similarMaximum) found[origin.kind] += 1;
  }
  console.log(
    `of ${clauses} clauses the model was found of ${found.copied}/${made.copied} copied and ` +
      `${found.adapted}/${made.adapted} adapted`,
  );
  return each;
}

/** What the page of a clause has at hand when it asks. */
async function clauseOf({ read }: Register, name: WorkName, eid: string) {
  const work = await findWork(read, name);
  const edition = work && (await findEdition(read, work.id, 1));
  const provision = edition && (await findProvision(read, edition.id, eid));
  if (!edition || !provision)
    throw new Error(`${name.slug} has no ${eid}: the register was not made with --spread`);
  return { edition, provision };
}

/** @returns the milliseconds of CPU of each */
async function measureDrafts(
  register: Register,
  drafts: number,
): Promise<{ readonly look: readonly number[]; readonly store: readonly number[] }> {
  const [look, store]: [number[], number[]] = [[], []];
  let offered = 0;
  for (let draft = 0; draft < warmUps + drafts; draft += 1) {
    const manifest = draftOf(draft);
    const { provisions } = renderBody(manifest.body);
    const found = await cpuOf(() => findSimilarInDraft(register, { manifest, provisions }, now));
    const stored = await measureStoring(register, provisions);
    if (draft < warmUps) continue;
    offered += found.value.length;
    look.push(found.cpu);
    store.push(stored);
  }
  console.log(
    `${drafts} drafts of ${Math.round(Buffer.byteLength(draftOf(0).body) / 1024)} KB with ${2 * spreadClauses} clauses, ` +
      `${(offered / drafts).toFixed(0)} of which others have`,
  );
  return { look, store };
}

/** @returns milliseconds of CPU; what is stored is taken back */
async function measureStoring(register: Register, provisions: readonly Provision[]): Promise<number> {
  let cpu = 0;
  await register
    .write(async (transaction) => {
      removeEditionWordings(transaction, unusedEdition, []);
      ({ cpu } = await cpuOf(() => storeWordingsOf(transaction, unusedEdition, provisions)));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  return cpu;
}

const undone = new Error('taken back');
/** Foreign keys ask for an edition that is there: one whose own wordings are taken away before, and come back. */
const unusedEdition = 1;

/** A draft of some 32 KB, half of whose clauses spread from works that are in the register. */
function draftOf(number: number): Manifest {
  const parts = [20_001, 30_001].map((first) => spreadEditions(seed, first + number, ['100101']).editions[0]);
  const [one, two] = parts;
  if (!one || !two) throw new Error('no draft');
  const second = two.body.replace(/ข้อ (\d+)/g, (_, own) => `ข้อ ${Number(own) + spreadClauses}`);
  return { ...one, slug: `draft-${number}`, body: `${shortened(one.body)}\n\n${shortened(second)}` };
}

/** The first two sentences of every clause. */
const shortened = (body: string): string =>
  body
    .split('\n')
    .map((line) => (line.startsWith('#') ? line : line.split(sentenceEnd).slice(0, 2).join(' และ')))
    .join('\n');
const sentenceEnd = new RegExp(` (?:${joiners.join('|')})`);
