import type { Connection, Register } from '../../db/connection.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { findNamedEdition, type LineageTie, listTaken, listTakers } from '../../db/lineage.ts';
import { countInstances } from '../../db/relations.ts';
import { findWork, type StoredWork } from '../../db/works.ts';
import type { Commitment } from '../domain/edition.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { Provision } from '../domain/provision.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition, succession } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';
import { asOfOrNow, type KnownAsOf } from './steps/as-of-now.ts';
import { describeEdition, type EditionPage, readAsOf } from './steps/describe-edition.ts';
import { createLineageEnds, type LineageEnd, type LineageEnds } from './steps/lineage-ends.ts';
import {
  createPartsReader,
  type ProvisionEnd,
  type ProvisionPath,
  pathBack,
  pathOn,
  type ReadParts,
} from './steps/provision-path.ts';
import { readText } from './steps/read-text.ts';
import { type Lineage, walkBack, walkOn } from './steps/walk-lineage.ts';
import { whyNoEdition } from './steps/why-no-edition.ts';

export type { LineageEnd } from './steps/lineage-ends.ts';
export type { ProvisionPath, ProvisionStep } from './steps/provision-path.ts';
export type { Lineage, LineageHop } from './steps/walk-lineage.ts';

/** So many of those who took a provision over stand on one page. */
const takersOnPage = 20;
const mostSiblings = 8;
const mostOthers = 20;

/** A tie that only speaks of a provision, such as citing it. */
export type OtherTie = {
  readonly tie: LineageTie;
  readonly isIncoming: boolean;
  readonly target: WorkName;
  /** Null when readers may read no such edition. */
  readonly end: LineageEnd | null;
};

/** Others that took from where the provision was taken. */
export type Siblings = {
  readonly source: LineageEnd;
  readonly ends: readonly LineageEnd[];
};

/** All that a page about one provision shows. */
export type ProvisionPage = {
  /** The edition in which it is read: the current one, or the last that has it. */
  readonly edition: EditionPage;
  readonly provision: Provision;
  /** The parts around it, the outermost first. */
  readonly around: readonly Provision[];
  readonly before: Provision | null;
  readonly after: Provision | null;
  /** Where it went when the current edition has it no more. */
  readonly gone: Extract<ProvisionEnd, { kind: 'gone' }> | null;
  readonly path: ProvisionPath;
  readonly ancestors: Lineage;
  readonly descendants: Lineage;
  /** Which page of those who took it over, from 1, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** How many current editions are written after the whole text as a model. */
  readonly instances: number;
  readonly siblings: readonly Siblings[];
  readonly others: readonly OtherTie[];
  readonly commitments: readonly Commitment[];
  readonly asOf: KnownAsOf;
};

export type OpenedProvision =
  | { readonly kind: 'page'; readonly page: ProvisionPage }
  /** It stands at another address; `edition` only where the current edition has it no more. */
  | {
      readonly kind: 'moved';
      readonly eid: string;
      readonly edition: number | null;
      readonly fragment: string | null;
    };

/**
 * Opens one provision of a work: its words as they stand, where they came from and where they went.
 * @param asked the eid, in the edition of that number; null: in the current one, or in the last that had it
 * @param page of those who took it over, from 1
 * @param asOf what the register held then is what counts; null for now
 * Refused: `work_not_found`, `not_known_then`, `edition_not_found`, `published_in_error`, `provision_not_found`.
 */
export async function openProvision(
  register: Register,
  name: WorkName,
  asked: { readonly eid: string; readonly edition: number | null; readonly page: number },
  now: Instant,
  asOf: KnownAsOf | null = null,
): Promise<Result<OpenedProvision>> {
  const { read } = register;
  const then = await asOfOrNow(register, asOf, now);
  const work = await findWork(read, name);
  if (!work) return refused({ code: 'work_not_found' });
  const editions = await listEditions(read, work.id, then.lastEdition);
  const dated = datedEditions(editions);
  const current = currentEdition(dated);
  const isThere = editions.some(({ number }) => number === asked.edition);
  if (current === null || (asked.edition !== null && !isThere)) {
    return refused(await whyNoEdition(read, work, asked.edition, then));
  }
  const turns = succession(dated);
  const readParts = createPartsReader(read, work.id);
  const ends = createLineageEnds(read, then);
  const looked = asked.edition === null ? turns.toReversed() : [asked.edition];
  const found = await findIn(ends, name, looked, asked.eid);
  if (found === null) return refused({ code: 'provision_not_found', eid: asked.eid });
  const { edition: number, clause } = found;
  const end = await pathOn(readParts, turns, { edition: number, eid: clause }, ends.compareTexts);
  const isHere = end.kind === 'stands' ? asked.edition === null : asked.edition === end.edition;
  if (!isHere || clause !== asked.eid || end.eid !== clause) {
    const edition = end.kind === 'stands' ? null : end.edition;
    const isMovedOnly = end.eid === clause && clause !== asked.eid;
    return accepted({ kind: 'moved', eid: end.eid, edition, fragment: isMovedOnly ? asked.eid : null });
  }
  const page = await describe(
    read,
    work,
    { end, page: asked.page },
    { readParts, ends, turns, editions },
    then,
  );
  return page === null
    ? refused({ code: 'provision_not_found', eid: asked.eid })
    : accepted({ kind: 'page', page });
}

/** The first of the editions that has a part of that eid; a paragraph is found as its clause. */
async function findIn(
  ends: LineageEnds,
  name: WorkName,
  numbers: readonly number[],
  eid: string,
): Promise<{ readonly edition: number; readonly clause: string } | null> {
  for (const number of numbers) {
    const provision = (await ends.open(name, number, eid))?.provision;
    if (!provision) continue;
    const clause = provision.kind === 'paragraph' ? provision.parent : provision.eid;
    if (clause !== null) return { edition: number, clause };
  }
  return null;
}

async function describe(
  read: Connection,
  work: StoredWork,
  { end, page }: { readonly end: ProvisionEnd; readonly page: number },
  known: {
    readonly readParts: ReadParts;
    readonly ends: LineageEnds;
    readonly turns: readonly number[];
    readonly editions: EditionPage['editions'];
  },
  asOf: KnownAsOf,
): Promise<ProvisionPage | null> {
  const { readParts, ends, turns, editions } = known;
  const stored = await findEdition(read, work.id, end.edition);
  const named = await findNamedEdition(read, work, end.edition, asOf);
  if (stored === null || named === null) return null;
  const text = await readText(read, stored);
  const provision = text.provisions.find(({ eid }) => eid === end.eid);
  if (!provision) return null;
  const start = await ends.at(named, end.eid);
  const listed = text.provisions.filter(({ kind }) => kind === provision.kind);
  const place = listed.indexOf(provision);
  const ancestors = await walkBack(read, ends, start);
  const part = { limit: takersOnPage, offset: (page - 1) * takersOnPage };
  const descendants = await walkOn(read, ends, start, part);
  return {
    edition: await describeEdition(read, work, { ...stored, ...text }, editions, readAsOf(asOf)),
    provision,
    around: partsAround(text.provisions, provision),
    before: listed[place - 1] ?? null,
    after: listed[place + 1] ?? null,
    gone: end.kind === 'gone' ? end : null,
    path: await pathBack(readParts, turns, end, ends.compareTexts),
    ancestors,
    descendants,
    page,
    pages: Math.max(1, Math.ceil(descendants.total / takersOnPage)),
    instances: await countInstances(read, work, asOf),
    siblings: await siblingsOf(read, ends, start, ancestors),
    others: await otherTies(read, ends, start),
    commitments: stored.manifest.commitments.filter((one) => one.provision === end.eid),
    asOf,
  };
}

function partsAround(provisions: readonly Provision[], { parent }: Provision): readonly Provision[] {
  const around = provisions.find(({ eid }) => eid === parent);
  return around === undefined ? [] : [...partsAround(provisions, around), around];
}

/** Those that took from the same places, without the provision itself and what only the whole text took. */
async function siblingsOf(
  read: Connection,
  ends: LineageEnds,
  start: LineageEnd,
  { hops }: Lineage,
): Promise<readonly Siblings[]> {
  const siblings: Siblings[] = [];
  for (const { end: source, isWhole } of hops) {
    if (source === null || source.eid === null || isWhole) continue;
    const part = { limit: mostSiblings + 1, offset: 0 };
    const takers = await listTakers(read, source.edition, await ends.namesOf(source), part, ends.known);
    const found = await Promise.all(takers.map(({ by, ownEid }) => ends.at(by, ownEid)));
    const others = found.filter(({ edition, eid }) => edition.id !== start.edition.id || eid !== start.eid);
    if (others.length > 0) siblings.push({ source, ends: others.slice(0, mostSiblings) });
  }
  return siblings;
}

async function otherTies(
  read: Connection,
  ends: LineageEnds,
  start: LineageEnd,
): Promise<readonly OtherTie[]> {
  const own = (await listTaken(read, start.edition.id, 'other')).filter((tie) => tie.ownEid === start.eid);
  const outgoing = await Promise.all(
    own.map(async ({ target, ...tie }) => {
      const end = await ends.open(target, tie.targetEdition, tie.targetEid);
      return { tie, isIncoming: false, target, end };
    }),
  );
  const part = { limit: mostOthers, offset: 0, which: 'other' } as const;
  const takers = await listTakers(read, start.edition, await ends.namesOf(start), part, ends.known);
  const incoming = await Promise.all(
    takers.map(async ({ by, ...tie }) => ({
      ...{ tie, isIncoming: true, target: by },
      end: await ends.at(by, tie.ownEid),
    })),
  );
  return [...outgoing, ...incoming];
}
