import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { insertSubmissionAct } from '../../db/submissions.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import { promisingRoles } from '../../src/domain/party-roster.ts';
import { isPresent } from '../../src/domain/party-table.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { FileRoom } from '../../src/files/file-room.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { claimPlace } from '../../src/registry/claim-place.ts';
import { correctSubmission } from '../../src/registry/correct-submission.ts';
import { decideSubmission, decisions } from '../../src/registry/decide-submission.ts';
import { openCommitments } from '../../src/registry/open-commitments.ts';
import { openParties } from '../../src/registry/open-parties.ts';
import { submitEvidence } from '../../src/registry/submit-evidence.ts';
import { type Upgrade, upgradeOrganisation } from '../../src/registry/upgrade-organisation.ts';
import {
  type AgreementStory,
  agreement,
  aRegisterWithAnAgreement,
  promised,
  typedDeed,
  typedPlace,
} from '../support/agreement-story.ts';
import { hubOrganisation, northOrganisation, southOrganisation } from '../support/made-up-country.ts';
import { recount, thereOn } from '../support/plain-recount.ts';
import { aPerson } from '../support/register-with.ts';
import { countedBy, placesOf, rawActs, town } from './raw-counts.ts';

const { slug } = agreement;
const hub = hubOrganisation.slug;
const north = northOrganisation.slug;
const south = southOrganisation.slug;
const dayAt = (step: number): string => new Date(Date.UTC(2026, 10, 23 + step)).toISOString().slice(0, 10);
const typedDates = ['10 มกราคม 2569', '3 กุมภาพันธ์ 2569', '2568', 'ตุลาคม 2568', '1-2 มีนาคม 2569'];

export type RecountOptions = {
  readonly histories: number;
  readonly seed: number;
  /** False lets decisions past the verbs, so that nothing is said anew: the control that must be noticed. */
  readonly isGuarded: boolean;
};

/** The histories in which a page, a list or a party table differs from what a plain recount of the raw acts comes to. */
export async function recountHistories({
  histories,
  seed,
  isGuarded,
}: RecountOptions): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'recount-'));
  const room = await aTrustingRoom(folder);
  const found: string[] = [];
  for (let history = 0; history < histories; history += 1) {
    const random = randomFrom(seed + history);
    const story = await aRegisterWithAnAgreement();
    const told = await liveThrough(story, room, random, isGuarded);
    found.push(...told.map((difference) => `history ${seed + history}: ${difference}`));
    story.register.close();
  }
  await rm(folder, { recursive: true });
  return found;
}

type Random = (below: number) => number;

/** Numbers that look random and are the same for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** What is in a file is no matter here. */
async function aTrustingRoom(folder: string): Promise<FileRoom & { readonly scan: string }> {
  const scan = join(folder, 'scan');
  await writeFile(scan, 'a scan');
  return {
    scan,
    store: createFileStore(join(folder, 'files')),
    examine: async (from, to) => {
      await copyFile(from, to);
      return { ok: true, value: { mediaType: 'image/png', pageCount: 1, isStripped: true } };
    },
  };
}

/** Does something random on every day, and looks at every count on a random one of them after each. */
async function liveThrough(
  story: AgreementStory,
  room: Awaited<ReturnType<typeof aTrustingRoom>>,
  random: Random,
  isGuarded: boolean,
): Promise<readonly string[]> {
  const second = await aPerson(story.register, 'second-registrar', { role: 'registrar', organisation: null });
  const { registrar } = story.people;
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const steps = 14;
  const upgradeStep = random(2) === 0 ? null : 2 + random(steps - 2);
  let isUpgraded = false;
  const differences: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    const day = dayAt(step);
    const now = `${day}T0${1 + random(9)}:00:00.000Z`;
    if (step === upgradeStep) {
      const upgraded = await upgradeOrganisation(story.register, registrar, north, upgradeOn(day), now);
      if (!upgraded.ok) throw new Error(JSON.stringify(upgraded.refusal));
      isUpgraded = true;
    } else await doSomething(story, room, { random, pick, registrar, second, now, isUpgraded, isGuarded });
    const asOf = dayAt(random(step + 1));
    differences.push(...(await differencesOn(story, asOf, day, now)));
  }
  return differences;
}

const upgradeOn = (day: string): Upgrade => ({
  slug: town,
  kind: 'subdistrict_municipality',
  name: 'เทศบาลตำบลทดสอบเหนือ',
  shortName: null,
  on: day as IsoDate,
  source: null,
});

async function doSomething(
  story: AgreementStory,
  room: Awaited<ReturnType<typeof aTrustingRoom>>,
  asked: {
    readonly random: Random;
    readonly pick: <T>(from: readonly T[]) => T;
    readonly registrar: Actor;
    readonly second: Actor;
    readonly now: string;
    readonly isUpgraded: boolean;
    readonly isGuarded: boolean;
  },
): Promise<void> {
  const { random, pick, registrar, second, now, isUpgraded, isGuarded } = asked;
  const { register } = story;
  const acts = rawActs(story);
  const deed = () =>
    typedDeed({
      date: pick(typedDates),
      amount: String(1 + random(3)),
      place: pick(['', '990101', '990102', '9901']),
      title: `ทดสอบ ${random(1_000_000)}`,
    });
  const dice = acts.length === 0 ? 0 : random(10);
  if (dice < 3) {
    const organisation = pick([north, south, hub, ...(isUpgraded ? [town] : [])]);
    const commitment = pick(promised).id;
    await submitEvidence(
      register,
      room,
      registrar,
      { agreement: slug, commitment, organisation, typed: deed(), upload: null },
      now,
    );
    return;
  }
  if (dice === 3) {
    const upload = { path: room.scan, fileName: 'scan.png', bytes: 6 };
    const typed = typedPlace({ date: pick(['', '1 มิถุนายน 2568', '20 พฤศจิกายน 2569']) });
    await claimPlace(register, room, registrar, { agreement: slug, organisation: south, typed, upload }, now);
    return;
  }
  const { id, kind } = pick(acts);
  const position = acts.filter((one) => one.id === id).length;
  if (dice === 4 && kind === 'evidence') {
    await correctSubmission(
      register,
      room,
      registrar,
      { id, position, typed: deed(), upload: null, dropsFile: false },
      now,
    );
    return;
  }
  const decision = pick(decisions);
  if (isGuarded) {
    await decideSubmission(register, second, { id, kind: decision, reason: 'ทดสอบ', position }, now);
    return;
  }
  await register.write((transaction) =>
    insertSubmissionAct(transaction, id, {
      kind: decision,
      facts: null,
      note: 'ทดสอบ',
      userId: second.userId,
      at: now,
    }),
  );
}

async function differencesOn(
  story: AgreementStory,
  asOf: string,
  today: string,
  now: string,
): Promise<readonly string[]> {
  const differences: string[] = [];
  const compare = (what: string, told: unknown, counted: unknown): void => {
    const [a, b] = [JSON.stringify(told), JSON.stringify(counted)];
    if (a !== b) differences.push(`${what}: ${a} is told, ${b} is counted`);
  };
  const page = await openCommitments(story.register, slug, asOf, now);
  if (!page.ok || page.value.kind !== 'page') throw new Error('the commitments did not open');
  for (const { commitment, progress } of page.value.page.commitments) {
    const counted = countedBy(story, asOf, commitment.id);
    for (const { scope, units } of progress.readings) {
      const told = units
        .map(({ unit, count, state, pending }) => [unit, count, state, pending])
        .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
      compare(`${commitment.id} by ${scope} on ${asOf}`, told, recount(counted, scope, placesOf));
    }
    const whole = countedBy(story, today, commitment.id);
    const [listed] = story.register.read.all<{ summary: string }>(
      sql`SELECT summary FROM commitment_spans WHERE commitment = ${commitment.id}
            AND begins <= ${`${today}T23:59:59.999`} AND ends > ${`${today}T23:59:59.999`}`,
    );
    const summary = JSON.parse(listed?.summary ?? '{"readings":[]}') as {
      readonly readings: readonly {
        readonly scope: 'network' | 'each_party';
        readonly count: number;
        readonly pending: number;
      }[];
    };
    for (const { scope, count, pending } of summary.readings) {
      const units = recount(whole, scope, placesOf);
      const sum = (of: 1 | 3) => units.reduce((total, unit) => total + unit[of], 0);
      compare(`${commitment.id} in lists on ${today}`, [count, pending], [sum(1), sum(3)]);
    }
    if (listed === undefined) differences.push(`${commitment.id} is in no list on ${today}`);
  }
  const parties = await openParties(story.register, slug, asOf, now);
  if (!parties.ok || parties.value.kind !== 'page') throw new Error('the parties did not open');
  const there = parties.value.page.table.rows
    .filter((row) => isPresent(row) && promisingRoles.includes(row.role))
    .map(({ holder }) => holder);
  const counted = thereOn(countedBy(story, asOf, 'models'), asOf);
  compare(`parties on ${asOf}`, [...new Set(there)].sort(), [...counted].sort());
  return differences;
}

/** `npm run prove -- recount [--size N] [--seed S]`. Exit code 0 when every count was right and the control was noticed. */
export default async function proveRecount(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
  });
  const histories = Number(values.size);
  const seed = Number(values.seed);
  const wrong = await recountHistories({ histories, seed, isGuarded: true });
  for (const one of wrong.slice(0, 10)) console.log(one);
  console.log(`${histories} histories, ${wrong.length} counts differ from a plain recount`);
  const control = await recountHistories({ histories: Math.min(histories, 10), seed, isGuarded: false });
  console.log(`control with decisions past the verbs: ${control.length} counts differ (must be more than 0)`);
  const isHeld = wrong.length === 0 && control.length > 0;
  console.log(isHeld ? 'The promise held.' : 'The promise did not hold.');
  return isHeld ? 0 : 1;
}
