import type TurndownService from 'turndown';
import type { NoteKeeper } from './note-keeper.ts';

type Rules = Readonly<Record<string, TurndownService.Rule>>;

// Private characters that divide cells and rows until the whole table is there.
const [CELL, ROW, SPAN] = ['\uE004', '\uE005', '\uE006'];
const COLUMN_MAXIMUM = 50;
const SPAN_MAXIMUM = 1000;

/** Tables as Markdown has them: one line to a cell, one cell to a place, the first row above the line. */
export function tableRules(keeper: NoteKeeper): Rules {
  return {
    cell: {
      filter: ['td', 'th'],
      replacement: (content, node) => {
        const blocks = content.trim();
        const words = blocks.replace(/\\?\s*\n\s*/g, ' ');
        if (/\n\n|\n\s*(?:-|\d+\.) /.test(blocks)) keeper.note('cell_blocks', words);
        const [columns, rows] = [
          spanOf(node, 'colspan', COLUMN_MAXIMUM),
          spanOf(node, 'rowspan', SPAN_MAXIMUM),
        ];
        if (columns > 1 || rows > 1) keeper.note('merged_cell', words);
        return `${CELL}${columns}${SPAN}${rows}${SPAN}${words.replaceAll('|', '\\|')}`;
      },
    },
    row: { filter: 'tr', replacement: (content) => `${ROW}${content.replaceAll('\n', '')}` },
    rows: { filter: ['thead', 'tbody', 'tfoot'], replacement: (content) => content.trim() },
    caption: { filter: 'caption', replacement: (content) => `\n\n${content.trim()}\n\n` },
    table: {
      filter: 'table',
      replacement: (content, node) => {
        const [caption = '', ...rows] = content.split(ROW);
        const grid = gridOf(rows);
        if (isNested(node)) {
          keeper.note('nested_table', grid.flat().join(' '));
          return grid.map((row) => row.filter(Boolean).join(' · ')).join(' ');
        }
        const before = caption.trim() === '' ? '' : `\n\n${caption.trim()}`;
        return `${before}\n\n${tableOf(grid, node, keeper)}\n\n`;
      },
    },
  };
}

function tableOf(
  grid: readonly (readonly string[])[],
  node: TurndownService.Node,
  keeper: NoteKeeper,
): string {
  const columns = Math.max(0, ...grid.map((row) => row.length));
  // A frame around text rather than a table.
  if (columns <= 1) return grid.flat().join('\n\n').replaceAll('\\|', '|');
  const [first = [], ...others] = grid;
  if ('querySelector' in node && !node.querySelector('th')) keeper.note('table_header', first.join(' '));
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: columns }, (_, at) => row[at] ?? '').join(' | ')} |`;
  return [line(first), `|${' --- |'.repeat(columns)}`, ...others.map(line)].join('\n');
}

/** The words of a merged cell stand at its first place; the others are empty. */
function gridOf(rows: readonly string[]): readonly (readonly string[])[] {
  const waiting: number[] = [];
  return rows.map((row) => {
    const line: string[] = [];
    const skip = (): void => {
      while ((waiting[line.length] ?? 0) > 0 && line.length < COLUMN_MAXIMUM) {
        waiting[line.length] = (waiting[line.length] ?? 0) - 1;
        line.push('');
      }
    };
    for (const cell of row.split(CELL).slice(1)) {
      skip();
      const [columns = '1', span = '1', words = ''] = cell.split(SPAN);
      for (let at = 0; at < Number(columns) && line.length < COLUMN_MAXIMUM; at += 1) {
        waiting[line.length] = Number(span) - 1;
        line.push(at === 0 ? words.trim() : '');
      }
    }
    skip();
    return line;
  });
}

function spanOf(node: TurndownService.Node, name: string, maximum: number): number {
  const span = 'getAttribute' in node ? Number(node.getAttribute(name) ?? '1') : 1;
  return Number.isInteger(span) && span > 1 ? Math.min(span, maximum) : 1;
}

function isNested(node: Node): boolean {
  for (let at = node.parentNode; at !== null; at = at.parentNode) if (at.nodeName === 'TABLE') return true;
  return false;
}
