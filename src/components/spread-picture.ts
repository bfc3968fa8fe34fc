import { keyOfWork } from '../domain/work.ts';
import { formatNumber } from '../i18n/numbers.ts';
import type { NamedAdoption, SpreadPage } from '../registry/open-spread.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { withNoBreaks } from '../thai/no-break.ts';
import { wrapThai } from '../thai/wrap-thai.ts';

/** All that the page about where a case went shows: what the register opens. */
export type { SpreadPage as SpreadView } from '../registry/open-spread.ts';

/** A text in the picture: the case itself, or who took something over. */
export type SpreadBox = {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly lines: readonly string[];
  /** When, or that nobody says when; null for the case itself. */
  readonly date: string | null;
};

/** A line from who had it to who took it; `isFurther` when that one had it from elsewhere already. */
export type SpreadLine = { readonly path: string; readonly isFurther: boolean };

export type SpreadDrawing = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly SpreadBox[];
  readonly lines: readonly SpreadLine[];
  /** Heads of the columns, where there are columns. */
  readonly heads: readonly { readonly x: number; readonly text: string }[];
};

/** A picture of more texts than this is no picture any more; the table has them all. */
export const mostBoxes = 40;

export const boxHeight = 76;
const FONT = 14;
const PADDING = 10;

/** A text of the tree that is drawn: who took it first hangs below whom it was taken from. */
type Branch = {
  readonly key: string;
  readonly title: string;
  readonly date: string | null;
  readonly hop: number;
  readonly children: readonly Branch[];
};

/**
 * The picture in one of two forms. `columns`: from left to right, a column for each hop; for wide pages. `steps`: a
 * row for each text, further in for each hop; for phones and paper.
 */
export function drawSpread(
  page: Pick<SpreadPage, 'work' | 'adoptions'>,
  form: 'columns' | 'steps',
): SpreadDrawing {
  const root = treeOf(page);
  const placed = form === 'columns' ? inColumns(root) : inSteps(root);
  const boxes = new Map(placed.boxes.map((box) => [box.key, box]));
  const seen = new Set<string>();
  const lines = page.adoptions.flatMap(({ from, to }): readonly SpreadLine[] => {
    const [a, b] = [boxes.get(from), boxes.get(to)];
    if (!a || !b) return [];
    const isFurther = seen.has(to);
    seen.add(to);
    return [{ path: form === 'columns' ? acrossFrom(a, b) : downFrom(a, b), isFurther }];
  });
  return { ...placed, lines };
}

function treeOf({ work, adoptions }: Pick<SpreadPage, 'work' | 'adoptions'>): Branch {
  const first = new Map<string, NamedAdoption>();
  for (const adoption of adoptions) {
    if (first.size < mostBoxes && !first.has(adoption.to)) first.set(adoption.to, adoption);
  }
  const byParent = Map.groupBy(first.values(), ({ from }) => from);
  const grow = (key: string): readonly Branch[] =>
    (byParent.get(key) ?? []).map(({ to, adopterName, hop, statements }) => ({
      key: to,
      title: adopterName,
      date: dateOf(statements),
      hop,
      children: grow(to),
    }));
  const key = keyOfWork(work);
  return { key, title: work.title, date: null, hop: 0, children: grow(key) };
}

/** By the adopter's own word where there is one. */
function dateOf(statements: NamedAdoption['statements']): string {
  const dated = statements.find(({ date }) => date.kind === 'given');
  return dated?.date.kind === 'given' ? formatWrittenDate(dated.date.value, { style: 'short' }) : 'ไม่ระบุวันที่';
}

const COLUMN = { width: 216, gap: 44, rowGap: 16, head: 32 };

function inColumns(root: Branch): Omit<SpreadDrawing, 'lines'> {
  const boxes: SpreadBox[] = [];
  let row = 0;
  const put = (branch: Branch): number => {
    const below = branch.children.map(put);
    const centre = below.length === 0 ? row++ : ((below[0] ?? 0) + (below.at(-1) ?? 0)) / 2;
    boxes.push(
      boxOf(
        branch,
        branch.hop * (COLUMN.width + COLUMN.gap) + 1,
        COLUMN.head + centre * (boxHeight + COLUMN.rowGap),
        COLUMN.width,
      ),
    );
    return centre;
  };
  put(root);
  const columns = Math.max(...boxes.map(({ x }) => (x - 1) / (COLUMN.width + COLUMN.gap))) + 1;
  return {
    boxes,
    width: columns * (COLUMN.width + COLUMN.gap) - COLUMN.gap + 2,
    height: COLUMN.head + row * (boxHeight + COLUMN.rowGap),
    heads: Array.from({ length: columns }, (_, hop) => ({
      x: hop * (COLUMN.width + COLUMN.gap) + 1,
      text: hop === 0 ? 'ต้นเรื่อง' : `ขั้นที่ ${formatNumber(hop)}`,
    })),
  };
}

const STEP = { width: 320, indent: 22, deepest: 6, rowGap: 12 };

function inSteps(root: Branch): Omit<SpreadDrawing, 'lines'> {
  const boxes: SpreadBox[] = [];
  const put = (branch: Branch): void => {
    const x = Math.min(branch.hop, STEP.deepest) * STEP.indent + 1;
    boxes.push(boxOf(branch, x, boxes.length * (boxHeight + STEP.rowGap) + 1, STEP.width - x - 1));
    for (const child of branch.children) put(child);
  };
  put(root);
  return { boxes, width: STEP.width, height: boxes.length * (boxHeight + STEP.rowGap), heads: [] };
}

function boxOf({ key, title, date }: Branch, x: number, y: number, width: number): SpreadBox {
  const lines = wrapThai(withNoBreaks(title), (width - 2 * PADDING) / FONT, date === null ? 3 : 2);
  return { key, x, y, width, lines, date };
}

const half = boxHeight / 2;

function acrossFrom(a: SpreadBox, b: SpreadBox): string {
  const [startX, startY, endX, endY] = [a.x + a.width, a.y + half, b.x, b.y + half];
  const middle = startX + (endX - startX) / 2;
  return `M${startX} ${startY}C${middle} ${startY} ${middle} ${endY} ${endX} ${endY}`;
}

function downFrom(a: SpreadBox, b: SpreadBox): string {
  const x = a.x + STEP.indent / 2;
  const startY = a.y < b.y ? a.y + boxHeight : a.y;
  return `M${x} ${startY}V${b.y + half}H${b.x}`;
}
