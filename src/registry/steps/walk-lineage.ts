import type { Connection } from '../../../db/connection.ts';
import { countTakers, type LineageTie, listTaken, listTakers } from '../../../db/lineage.ts';
import { isModelKind } from '../../domain/lineage.ts';
import { compareTaken, type TakenWords } from '../../domain/taken-words.ts';
import type { WorkName } from '../../domain/work.ts';
import type { LineageEnd, LineageEnds } from './lineage-ends.ts';

/** One step from a text to where it was taken from, or to who took it over. */
export type LineageHop = {
  readonly tie: LineageTie;
  /** The work at the other end. */
  readonly target: WorkName;
  /** The other end; null when readers may read no such edition. */
  readonly end: LineageEnd | null;
  /** True when the tie is of the whole text and not of the provision alone. */
  readonly isWhole: boolean;
  /** From the source to what was made of it. */
  readonly words: TakenWords;
  /** `seen`: it stands elsewhere in the same walk; `cut`: nobody looked further. */
  readonly onward: 'told' | 'seen' | 'cut';
  readonly further: readonly LineageHop[];
  /** How many more steps there are than `further` tells. */
  readonly rest: number;
};

export type Lineage = {
  readonly hops: readonly LineageHop[];
  /** Of the first steps, also past those that are told. */
  readonly total: number;
};

/** So many steps one walk tells, and so many from one text beyond the first. */
const mostHops = 30;
const mostFurther = 6;

type Step = Pick<LineageHop, 'tie' | 'target' | 'end' | 'isWhole' | 'words'>;
type Steps = { readonly steps: readonly Step[]; readonly total: number };
type Mutable = { -readonly [Key in keyof LineageHop]: LineageHop[Key] };

const keyOf = ({ edition, eid }: LineageEnd): string => `${edition.id}#${eid ?? ''}`;

/** Walks level by level, so that near steps are told before far ones; no text is gone through twice. */
async function walk(
  start: LineageEnd,
  stepsFrom: (end: LineageEnd, isFirst: boolean) => Promise<Steps>,
): Promise<Lineage> {
  const seen = new Set([keyOf(start)]);
  const first = await stepsFrom(start, true);
  const open = (steps: readonly Step[]): Mutable[] =>
    steps.map((step) => ({ ...step, onward: 'told', further: [], rest: 0 }));
  const hops = open(first.steps);
  const waiting = [...hops];
  let told = hops.length;
  for (let hop = waiting.shift(); hop !== undefined; hop = waiting.shift()) {
    if (hop.end === null) continue;
    if (seen.has(keyOf(hop.end))) {
      hop.onward = 'seen';
      continue;
    }
    if (told >= mostHops) {
      hop.onward = 'cut';
      continue;
    }
    seen.add(keyOf(hop.end));
    const { steps, total } = await stepsFrom(hop.end, false);
    const further = open(steps.slice(0, mostFurther));
    hop.further = further;
    hop.rest = total - further.length;
    told += further.length;
    waiting.push(...further);
  }
  return { hops, total: first.total };
}

/** From a provision to where it was taken from, and from there on. */
export function walkBack(connection: Connection, ends: LineageEnds, start: LineageEnd): Promise<Lineage> {
  return walk(start, async (own) => {
    const ties = await listTaken(connection, own.edition.id);
    const steps: Step[] = [];
    for (const { target, ...tie } of ties) {
      if (tie.ownEid !== null && tie.ownEid !== own.eid) continue;
      const isWhole = tie.ownEid === null && own.eid !== null;
      const source = await ends.open(target, tie.targetEdition, tie.targetEid);
      const isMatched = isWhole && tie.targetEid === null;
      if (isMatched && !isMadeOf(tie)) continue;
      const end = isMatched && source !== null ? await within(source, own) : source;
      if (isMatched && end === null) continue;
      const words = compareTaken(end?.provision ?? null, own.provision, ends.compareTexts);
      steps.push({ tie, target, end, isWhole, words: isWhole && tie.targetEid !== null ? unknown : words });
    }
    return { steps, total: steps.length };
  });

  /** The provision of a model from which one's own came; null when it came from elsewhere. */
  async function within(source: LineageEnd, own: LineageEnd): Promise<LineageEnd | null> {
    const eid = await ends.counterpart(source.edition, own);
    return eid === null ? null : ends.at(source.edition, eid);
  }
}

/** Texts whose provisions became those of another; who only carries a text out has provisions of its own. */
const isMadeOf = ({ kind }: LineageTie): boolean => isModelKind(kind);

const unknown: TakenWords = { kind: 'unknown' };

/**
 * From a provision to those who took it over, and to those who took it from them.
 * @param part which of the first steps; the further ones are told from their beginning
 */
export function walkOn(
  connection: Connection,
  ends: LineageEnds,
  start: LineageEnd,
  part: { readonly limit: number; readonly offset: number },
): Promise<Lineage> {
  return walk(start, async (source, isFirst) => {
    const names = await ends.namesOf(source);
    const takers = await listTakers(
      connection,
      source.edition,
      names,
      isFirst ? part : { limit: mostFurther, offset: 0 },
      ends.known,
    );
    const isAll = takers.length < (isFirst ? part.limit : mostFurther) && (!isFirst || part.offset === 0);
    const total = isAll ? takers.length : await countTakers(connection, source.edition, names, ends.known);
    const steps: Step[] = [];
    for (const { by, ...tie } of takers) {
      const end = await ends.at(by, tie.ownEid);
      const taken =
        tie.targetEdition === null || tie.targetEdition === source.edition.number
          ? source
          : await ends.open(source.edition, tie.targetEdition, tie.targetEid);
      const words = compareTaken(taken?.provision ?? null, end.provision, ends.compareTexts);
      steps.push({ tie, target: by, end, isWhole: tie.ownEid === null, words });
    }
    return { steps, total };
  });
}
