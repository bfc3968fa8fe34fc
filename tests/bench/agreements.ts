import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { openRegister, type Register } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { decideSubmission } from '../../src/registry/decide-submission.ts';
import { listCommitments } from '../../src/registry/list-commitments.ts';
import { listOwnCommitments } from '../../src/registry/list-own-commitments.ts';
import { listWaitingSubmissions } from '../../src/registry/list-waiting-submissions.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { publishEdition } from '../../src/registry/publish-edition.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { asOfNow } from '../../src/registry/steps/as-of-now.ts';
import { cpuOf } from '../support/cpu-of.ts';
import { quantile } from './cpu.ts';
import desk from './desk.ts';
import { onCopy } from './on-copy.ts';
import { type Ask, askerOf, benchedRegister, measurePage } from './page-cpu.ts';
import serve from './serve.ts';

/** Milliseconds of CPU that a page may take when nothing of it is kept, and a verb at the 95th percentile. */
const promised = { page: 50, accept: 50, publish: 150 } as const;

/**
 * CPU of the pages that count, and of the verbs that make counts change, on the register of DATA_DIR with many
 * agreements. Exit code 1 when a page is not answered with 200, or when something takes longer than promised.
 */
export default async function agreements(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '20' },
      rounds: { type: 'string', default: '20' },
      whole: { type: 'boolean', default: false },
    },
  });
  const file = benchedRegister('registry generate --works 10000 --agreements');
  const register = openRegister({ file });
  const big = biggestAgreement(register);
  let isKept: boolean;
  let areVerbsKept: boolean;
  try {
    tellSize(register, file);
    isKept = await measurePages(register, big.slug, Number(values.requests));
    areVerbsKept = await onCopy(file, (copy) => measureVerbs(copy, big, Number(values.rounds)));
  } finally {
    register.close();
  }
  if (!values.whole) return isKept && areVerbsKept ? 0 : 1;
  const served = await serve(['--path', `/agreements/${big.slug}`]);
  const published = await desk([]);
  return isKept && areVerbsKept && served === 0 && published === 0 ? 0 : 1;
}

function tellSize({ read }: Register, file: string): void {
  const [size] = read.all<Record<string, number>>(
    sql`SELECT (SELECT count(*) FROM works) AS works, (SELECT count(*) FROM networks) AS networks,
          (SELECT count(*) FROM organisation_successions) AS successions,
          (SELECT count(*) FROM editions AS e, json_each(e.manifest, '$.parties') AS p, json_each(p.value, '$.actions'))
            AS partyActions,
          (SELECT sum(json_array_length(manifest, '$.commitments')) FROM editions) AS commitments,
          (SELECT count(*) FROM submissions WHERE kind = 'evidence') AS evidence,
          (SELECT count(*) FROM commitment_spans) AS spans`,
  );
  console.log(`${file}: ${JSON.stringify(size)}`);
}

type KnownAgreement = WorkName & { readonly id: number };

/** The one with most parties. */
function biggestAgreement({ read }: Register): KnownAgreement {
  const [big] = read.all<KnownAgreement>(
    sql`SELECT w.id, w.type, w.slug FROM works AS w JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1
        JOIN edition_parties AS p ON p.edition_id = c.edition_id
        WHERE w.type = 'agreements' GROUP BY w.id ORDER BY count(*) DESC, w.slug LIMIT 1`,
  );
  if (!big)
    throw new Error(
      'the register has no agreement; make one with: registry generate --works 10000 --agreements',
    );
  return big;
}

async function measurePages(register: Register, slug: string, requests: number): Promise<boolean> {
  const ask: Ask = await askerOf(register);
  const about = await measurePage(ask, '/about', requests);
  console.log(`beside /about at ${about.cpu.toFixed(1)} ms CPU`);
  const missed: string[] = [];
  for (const address of addressesOf(register, slug)) {
    const { cpu, bytes, status } = await measurePage(ask, address, requests);
    if (status !== 200 || cpu > promised.page) missed.push(`${address} (${status})`);
    const ratio = (cpu / about.cpu).toFixed(1);
    console.log(
      `${cpu.toFixed(1).padStart(7)} ms  ${ratio.padStart(5)} ×  ${Math.round(bytes / 1024)} KB  ${address}`,
    );
  }
  console.log(missed.length === 0 ? `all within ${promised.page} ms` : `missed: ${missed.join(', ')}`);
  return missed.length === 0;
}

/** Of the biggest agreement and of one of usual size; the network with most members; the overview whole and narrowed. */
function addressesOf({ read }: Register, big: string): readonly string[] {
  const [usual] = read.all<{ slug: string; network: string }>(
    sql`SELECT w.slug, n.slug AS network FROM works AS w JOIN network_works AS x ON x.work_id = w.id
        JOIN networks AS n ON n.id = x.network_id WHERE w.type = 'agreements' AND w.slug <> ${big} ORDER BY w.slug LIMIT 1`,
  );
  const [network] = read.all<{ slug: string }>(
    sql`SELECT n.slug FROM networks AS n JOIN network_members AS m ON m.network_id = n.id
        GROUP BY n.id ORDER BY count(*) DESC, n.slug LIMIT 1`,
  );
  return [
    `/agreements/${big}/parties`,
    `/agreements/${big}/parties/@2022-01-01`,
    ...(usual ? [`/agreements/${usual.slug}/parties`, `/agreements/${usual.slug}/commitments`] : []),
    ...(network ? [`/networks/${network.slug}`] : []),
    ...(usual ? [`/networks/${usual.network}`] : []),
    `/agreements/${big}/commitments`,
    `/agreements/${big}/commitments/@2023`,
    '/commitments',
    '/commitments?state=partial&page=20',
    `/commitments?q=${encodeURIComponent('ทดสอบ')}`,
    ...(usual ? [`/commitments?network=${usual.network}`] : []),
  ];
}

async function measureVerbs(register: Register, big: KnownAgreement, rounds: number): Promise<boolean> {
  const added = await addUser(register, {
    username: 'bench-registrar',
    password: 'a long password for a bench',
    displayName: 'ผู้ทดสอบ',
    role: 'registrar',
    organisation: null,
    now: new Date().toISOString(),
  });
  if (!added.ok) throw new Error(added.refusal.code);
  const actor: Actor = {
    userId: added.value.userId,
    memberships: [{ role: 'registrar', organisation: null }],
  };
  const accept = await timesOf(waitingIn(register, big.id, warmUps + rounds), (id) =>
    accepting(register, actor, id),
  );
  const publish = await timesOf(
    Array.from({ length: warmUps + rounds }, (_, index) => index),
    (index) => publishing(register, actor, big, index),
  );
  const lists = await measureLists(register, actor, big, rounds);
  return [
    tellVerb('accept one piece of evidence', accept, promised.accept),
    tellVerb('publish an edition of the agreement', publish, promised.publish),
    ...Object.entries(lists).map(([what, times]) => tellVerb(what, times, promised.page)),
  ].every(Boolean);
}

const waitingIn = ({ read }: Register, workId: number, most: number): readonly number[] =>
  read
    .all<{ id: number }>(
      sql`SELECT submission_id AS id FROM submission_states
          WHERE work_id = ${workId} AND state = 'submitted' AND kind = 'evidence' ORDER BY id LIMIT ${most}`,
    )
    .map(({ id }) => id);

/** Rounds before those that count: a server that has just been started compiles what it runs. */
const warmUps = 2;

/** What is measured, after what has to be there before; milliseconds by the clock and of CPU. */
async function timesOf<T>(over: readonly T[], prepare: (one: T) => Promise<() => Promise<void>>) {
  const times: { readonly clock: number; readonly cpu: number }[] = [];
  for (const one of over) {
    const work = await prepare(one);
    const began = performance.now();
    const { cpu } = await cpuOf(work);
    times.push({ clock: performance.now() - began, cpu });
  }
  return times.slice(warmUps);
}

/** The overview when it is asked for the first time after a decision, and the lists of the desk. */
async function measureLists(register: Register, registrar: Actor, big: KnownAgreement, rounds: number) {
  const now = new Date().toISOString();
  const ids = waitingIn(register, big.id, warmUps + rounds);
  const publisher: Actor = {
    ...registrar,
    memberships: [{ role: 'publisher', organisation: busiestParty(register) }],
  };
  const each = Array.from({ length: warmUps + rounds }, (_, index) => index);
  const ask = (list: () => Promise<unknown>) =>
    timesOf(each, async () => async () => {
      await list();
    });
  return {
    'the overview after a decision': await timesOf(ids, async (id) => {
      const accept = await accepting(register, registrar, id);
      await accept();
      return async () => {
        const at = new Date().toISOString();
        await listCommitments(
          register,
          { filter: {}, words: null },
          { page: 1, asOf: await asOfNow(register, at) },
        );
      };
    }),
    'what a party of many agreements promised': await ask(() =>
      listOwnCommitments(register, publisher, 1, now),
    ),
    'what waits for a registrar': await ask(() => listWaitingSubmissions(register, registrar, now)),
    'what waits for a party of many agreements': await ask(() =>
      listWaitingSubmissions(register, publisher, now),
    ),
  };
}

/** The organisation that promises most. */
function busiestParty({ read }: Register): string {
  const [busiest] = read.all<{ slug: string }>(
    sql`SELECT o.slug FROM organisations AS o JOIN edition_parties AS p ON p.organisation_id = o.id
        JOIN edition_cards AS c ON c.edition_id = p.edition_id AND c.is_current = 1
        WHERE p.role IN ('hub', 'member') GROUP BY o.id ORDER BY count(*) DESC, o.slug LIMIT 1`,
  );
  if (!busiest) throw new Error('no agreement of the register has a party');
  return busiest.slug;
}

async function accepting(register: Register, actor: Actor, id: number): Promise<() => Promise<void>> {
  const [row] = register.read.all<{ acts: number }>(
    sql`SELECT count(*) AS acts FROM submission_acts WHERE submission_id = ${id}`,
  );
  const decision = { id, kind: 'accepted', reason: '', position: row?.acts ?? 0 } as const;
  return async () => {
    const done = await decideSubmission(register, actor, decision, new Date().toISOString());
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  };
}

async function publishing(
  register: Register,
  actor: Actor,
  work: WorkName,
  round: number,
): Promise<() => Promise<void>> {
  const now = new Date().toISOString();
  await amendWork(register, actor, work, now);
  const opened = await openDraft(register, actor, work);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const { content, version } = opened.value.draft;
  const fields = {
    ...fieldsOf(content),
    changeNote: `ทดสอบรอบ ${round}`,
    body: `${content.body}\n\nรอบทดสอบ ${round}`,
  };
  const saved = await saveDraft(register, actor, work, { expectedVersion: version, fields }, now);
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return async () => {
    const done = await publishEdition(register, actor, work, version + 1, new Date().toISOString());
    if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  };
}

function tellVerb(
  what: string,
  times: readonly { readonly clock: number; readonly cpu: number }[],
  most: number,
): boolean {
  const of = (key: 'clock' | 'cpu', share: number): number =>
    quantile(
      times.map((one) => one[key]),
      share,
    );
  console.log(
    `${what}: median ${of('cpu', 0.5).toFixed(1)} ms CPU, ${of('clock', 0.5).toFixed(1)} ms; 95th ${of('cpu', 0.95).toFixed(1)} ms CPU, ${of('clock', 0.95).toFixed(1)} ms; at most ${most} ms CPU promised (${times.length} rounds)`,
  );
  return of('cpu', 0.95) <= most;
}
