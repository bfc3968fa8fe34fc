import type {
  CostQuantiles,
  Quantiles,
  Score,
  SearchCost,
  SearchReport,
} from '../../../src/search/recorded-score.ts';
import type { Ran } from '../search.ts';
import type { BuildCost } from './build-apart.ts';
import { meanScore, scoreAnswer } from './score.ts';

/** Puts the answers of a run together. */
export function reportOf(ran: readonly Ran[], works: number, build: BuildCost): SearchReport {
  const names = [...new Set(ran.map(({ gold }) => gold.kind))];
  const scoreOf = (some: readonly Ran[]): Score =>
    meanScore(some.map(({ gold, asked }) => scoreAnswer(gold, asked.found)));
  return {
    total: scoreOf(ran),
    kinds: Object.fromEntries(
      names.map((kind) => [kind, scoreOf(ran.filter(({ gold }) => gold.kind === kind))]),
    ),
    cost: {
      first: quantilesOf(ran.map(({ asked }) => asked.first)),
      next: quantilesOf(ran.map(({ asked }) => asked.next)),
      build: {
        works,
        worksPerSecond: Math.round(works / build.seconds),
        peakMegabytes: build.peakMegabytes,
      },
    },
  };
}

/** The cost of searches as rows of a table. */
export function costTable({ first, next }: SearchReport['cost']): Readonly<Record<string, Quantiles>> {
  return Object.fromEntries(
    Object.entries({ first, next }).flatMap(([when, costs]) =>
      Object.entries(costs).map(([measure, values]) => [`${when} ${measure}`, values]),
    ),
  );
}

function quantilesOf(costs: readonly SearchCost[]): CostQuantiles {
  return {
    requests: quantiles(costs.map(({ requests }) => requests)),
    kilobytes: quantiles(costs.map(({ kilobytes }) => kilobytes)),
    milliseconds: quantiles(costs.map(({ milliseconds }) => milliseconds)),
  };
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number): number => {
    const value = sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
    return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
  };
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
