import type { Scope } from './edition.ts';
import type { WorkName } from './work.ts';

/** One plan feeding into another, as the edition of the first says. */
export type PlanLink = {
  /** `type/slug` of both. */
  readonly from: string;
  readonly to: string;
  /** The provision of the second that takes it up; null when it is not told. */
  readonly eid: string | null;
  /** What is handed on; null when it is not told. */
  readonly note: string | null;
};

export type ChainPlan = WorkName & {
  readonly title: string;
  readonly currentNumber: number;
  readonly scope: Scope | null;
};

/** The plans that a plan takes from and hands on to, over several steps. */
export type PlanChain = {
  /** `type/slug` of the plan itself. */
  readonly self: string;
  /** By `type/slug`; a plan that the register does not have is left out. */
  readonly plans: ReadonlyMap<string, ChainPlan>;
  /** What comes in, nearest first; then what goes out, nearest first. */
  readonly incoming: readonly PlanLink[];
  readonly outgoing: readonly PlanLink[];
};

/** The levels of the chain of plans that the four agencies agreed on (seed 003), from the ground upward. */
export const chainLevels = ['village', 'local', 'province'] as const;
export type ChainLevel = (typeof chainLevels)[number];

/** The level of a plan by its scope; null for scopes that are no level of the chain, and for none. */
export function levelOf(scope: Scope | null): ChainLevel | null {
  switch (scope) {
    case 'village':
    case 'community':
      return 'village';
    case 'tambon':
    case 'tambons':
    case 'lao_area':
    case 'city':
      return 'local';
    case 'province':
      return 'province';
    case 'district':
    case 'basin':
    case 'group':
    case 'network':
    case 'national':
    case null:
      return null;
    default:
      return scope satisfies never;
  }
}

/** Steps that are followed in each direction, and links that are told; a chain longer than that is cut. */
const MOST_STEPS = 6;
const MOST_LINKS = 60;

/**
 * Follows links from a plan, step by step. Each plan is followed once, so that plans which feed into each other end.
 * @param ask the links of some plans in the direction that is followed
 * @param next the end of a link that lies further on
 */
export async function followLinks(
  self: string,
  ask: (keys: readonly string[]) => Promise<readonly PlanLink[]>,
  next: (link: PlanLink) => string,
): Promise<readonly PlanLink[]> {
  const seen = new Set([self]);
  const links: PlanLink[] = [];
  let here: readonly string[] = [self];
  for (let step = 0; step < MOST_STEPS && here.length > 0 && links.length < MOST_LINKS; step += 1) {
    const found = await ask(here);
    links.push(...found.slice(0, MOST_LINKS - links.length));
    here = [...new Set(found.map(next))].filter((key) => !seen.has(key));
    for (const key of here) seen.add(key);
  }
  return links;
}
