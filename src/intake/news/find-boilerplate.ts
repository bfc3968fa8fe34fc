import type { Span, TextConflict } from '../../domain/finding.ts';
import type { TextLine } from './text-line.ts';

/** What news pages print around an article. */
const BUTTONS =
  /^(?:shares?|qr ?code|แชร์|อ่านต่อ|อ่านเพิ่มเติม|คลิกที่ดาว|ถูกใจข่าวนี้|ความนิยมข่าวนี้|จำนวนโหวต|ข่าวน่าสนใจ|ข่าวที่เกี่ยวข้อง|แฟ้มภาพ|tags?|แท็ก|facebook|twitter|line)(?=$|[ :?/\d])/;

/** The lines that are buttons and votes. Nothing is looked for in them. */
export function findBoilerplate(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.filter(({ form }) => form.length < 200 && BUTTONS.test(form));
}

const LINES_LOOKED_AT = 40;
const CAPTION = { shortest: 20, longest: 200 } as const;

/** A line that stands again inside another, as when the caption of a picture got between two letters. */
export function findRepeatedLines(lines: readonly TextLine[]): readonly TextConflict[] {
  const captions = new Map<string, Span>();
  for (const line of lines) {
    const words = line.form.trim();
    const isCaption = words.length >= CAPTION.shortest && words.length <= CAPTION.longest;
    if (isCaption && captions.size < LINES_LOOKED_AT) captions.set(words, line);
  }
  return [...captions].flatMap(([words, own]): TextConflict[] => {
    const inside = lines.filter(
      ({ form, start }) => start !== own.start && form.length > words.length + 20 && form.includes(words),
    );
    const [first] = inside;
    if (!first) return [];
    const at = first.form.indexOf(words);
    const isCut = /[ก-๎]/.test(first.form.charAt(at - 1)) && /[ก-๎]/.test(first.form.charAt(at + words.length));
    const span = first.spanOf(at, at + words.length);
    return isCut ? [{ kind: 'repeated_line', findings: [], spans: [span] }] : [];
  });
}
