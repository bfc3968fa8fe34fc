import { cpuOf } from '../support/cpu-of.ts';

/** The least value that a share of all do not exceed (nearest rank), 1 for the most; 0 when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/**
 * Prints the median, the 95th percentile and the most of what was measured, each as milliseconds and as a ratio to the limit.
 * CPU is measured and not the clock, because others may be at work on the machine; they still take from its caches.
 * @param limit milliseconds of CPU
 * @returns whether the promise is kept: the 95th percentile is within the limit. Never when nothing was measured.
 */
export function tellAgainst(limit: number, what: string, milliseconds: readonly number[]): boolean {
  const isKept = milliseconds.length > 0 && quantile(milliseconds, 0.95) <= limit;
  const told = [0.5, 0.95, 1].map((share) => {
    const value = quantile(milliseconds, share);
    return `${value.toFixed(1).padStart(6)} (${(value / limit).toFixed(2)})`;
  });
  const [median, p95, most] = told;
  console.log(
    `${isKept ? 'kept  ' : 'MISSED'} median ${median}  p95 ${p95}  max ${most}  of ${limit} ms CPU, ` +
      `${String(milliseconds.length).padStart(3)} times: ${what}`,
  );
  return isKept;
}

/** What it reads to say how fast a machine is. */
const someRows = JSON.stringify(
  Array.from({ length: 20_000 }, (_, index) => ({
    index,
    title: `ธรรมนูญทดสอบ ${index}`,
    places: ['990101'],
  })),
);

/**
 * Prints the milliseconds of CPU that this machine takes for one piece of work that never changes, the least of twenty
 * times: figures of another day or machine are compared by theirs.
 */
export async function tellMachine(): Promise<void> {
  const each: number[] = [];
  while (each.length < 20) each.push((await cpuOf(async () => JSON.parse(someRows))).cpu);
  const size = (Buffer.byteLength(someRows) / 1e6).toFixed(1);
  console.log(`this machine reads ${size} MB of JSON in ${Math.min(...each).toFixed(1)} ms of CPU`);
}
