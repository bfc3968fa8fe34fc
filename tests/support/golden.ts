import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diffArrays } from 'diff';

/** Percent of the width of the screen by which a box may differ: letters are a little wider elsewhere. */
const TOLERANCE = 2;
const BOX = /^(.*) (-?\d+)\+(\d+)$/;

const fileOf = (name: string): string => fileURLToPath(new URL(`../golden/${name}.txt`, import.meta.url));

/**
 * Compares lines with the committed ones of `tests/golden/{name}.txt` and answers what differs, empty when nothing does.
 * A line that ends with a box (`left+width` in percent) may differ by a little. `npm run golden` writes the lines anew.
 */
export function differencesFromGolden(name: string, lines: readonly string[]): readonly string[] {
  const file = fileOf(name);
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${lines.join('\n')}\n`);
  }
  if (!existsSync(file)) return [`tests/golden/${name}.txt is not there: npm run golden writes it`];
  return differencesOf(readFileSync(file, 'utf8').trimEnd().split('\n'), lines);
}

/** The lines that went (`-`) and came (`+`), in their order. */
export function differencesOf(before: readonly string[], after: readonly string[]): readonly string[] {
  return diffArrays([...before], [...after], { comparator: isAlike }).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : [],
  );
}

function isAlike(old: string, now: string): boolean {
  if (old === now) return true;
  const [before, after] = [BOX.exec(old), BOX.exec(now)];
  if (!before || !after || before[1] !== after[1]) return false;
  return [2, 3].every((part) => Math.abs(Number(before[part]) - Number(after[part])) <= TOLERANCE);
}
