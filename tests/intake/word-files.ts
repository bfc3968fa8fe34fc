import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { toThaiDigits } from '../../src/thai/digits.ts';

/** How officers write a หมวด in Word: a heading, one or two centred lines, or a bold line. */
export type ChapterShape = 'heading' | 'centred' | 'two_lines' | 'bold';
/** A ข้อ: numbered by Word, typed, or a heading. */
export type ClauseShape = 'automatic' | 'typed' | 'heading';
export type ListShape = 'bullets' | 'decimal' | 'thai_numbers' | 'thai_letters' | 'nested';

/** A part of a test document. Every `text` is unlike every other. */
export type Block =
  | { readonly kind: 'chapter'; readonly shape: ChapterShape; readonly number: number; readonly text: string }
  | { readonly kind: 'clause'; readonly shape: ClauseShape; readonly number: number; readonly text: string }
  | { readonly kind: 'list'; readonly shape: ListShape; readonly texts: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'paragraph'; readonly text: string; readonly hasNote: boolean };

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.START,
});

const numberings = [
  { reference: 'clauses', levels: [level(0, LevelFormat.THAI_NUMBERS, 'ข้อ %1')] },
  { reference: 'bullets', levels: [level(0, LevelFormat.BULLET, '•'), level(1, LevelFormat.BULLET, '◦')] },
  { reference: 'decimal', levels: [level(0, LevelFormat.DECIMAL, '%1.')] },
  { reference: 'thai_numbers', levels: [level(0, LevelFormat.THAI_NUMBERS, '(%1)')] },
  { reference: 'thai_letters', levels: [level(0, LevelFormat.THAI_LETTERS, '%1.')] },
];

/** A .docx of these parts, as Word would hold it. `extras` adds a picture and a page header, which no import keeps. */
export function aWordFile(blocks: readonly Block[], extras = false): Promise<Buffer> {
  const notes: Record<number, { children: Paragraph[] }> = {};
  let instance = 0;
  const children = blocks.flatMap((block) => {
    instance += 1;
    return paragraphsOf(block, instance, (text) => {
      const id = Object.keys(notes).length + 1;
      notes[id] = { children: [new Paragraph(`หมายเหตุของ${text}`)] };
      return id;
    });
  });
  if (extras) children.push(new Paragraph({ children: [aPicture()] }));
  const document = new Document({
    numbering: { config: numberings },
    footnotes: notes,
    sections: [
      {
        ...(extras
          ? { headers: { default: new Header({ children: [new Paragraph('หัวกระดาษทดสอบ')] }) } }
          : {}),
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}

const aPicture = (): ImageRun =>
  new ImageRun({
    type: 'png',
    data: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
      'base64',
    ),
    transformation: { width: 10, height: 10 },
  });

function paragraphsOf(
  block: Block,
  instance: number,
  addNote: (text: string) => number,
): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'chapter':
      return chapterOf(block);
    case 'clause':
      return [clauseOf(block)];
    case 'list':
      return block.texts.map(
        (text, at) =>
          new Paragraph({
            numbering: {
              reference: block.shape === 'nested' ? 'bullets' : block.shape,
              level: block.shape === 'nested' && at % 2 === 1 ? 1 : 0,
              instance,
            },
            text,
          }),
      );
    case 'table':
      return [
        new Table({
          rows: block.rows.map(
            (row) =>
              new TableRow({
                children: row.map((text) => new TableCell({ children: [new Paragraph(text)] })),
              }),
          ),
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          children: [
            new TextRun(block.text),
            ...(block.hasNote ? [new FootnoteReferenceRun(addNote(block.text))] : []),
          ],
        }),
      ];
    default:
      return block satisfies never;
  }
}

function chapterOf({ shape, number, text }: Extract<Block, { kind: 'chapter' }>): readonly Paragraph[] {
  const label = `หมวด ${toThaiDigits(String(number))}`;
  const alignment = AlignmentType.CENTER;
  const bold = (line: string) => [new TextRun({ text: line, bold: true })];
  switch (shape) {
    case 'heading':
      return [new Paragraph({ text: `${label} ${text}`, heading: HeadingLevel.HEADING_1 })];
    case 'centred':
      return [new Paragraph({ alignment, children: bold(`${label} ${text}`) })];
    case 'two_lines':
      return [new Paragraph({ alignment, text: label }), new Paragraph({ alignment, children: bold(text) })];
    case 'bold':
      return [new Paragraph({ children: bold(`${label} ${text}`) })];
    default:
      return shape satisfies never;
  }
}

function clauseOf({ shape, number, text }: Extract<Block, { kind: 'clause' }>): Paragraph {
  const label = `ข้อ ${toThaiDigits(String(number))}`;
  switch (shape) {
    case 'automatic':
      return new Paragraph({ numbering: { reference: 'clauses', level: 0 }, text });
    case 'typed':
      return new Paragraph({
        children: [new TextRun({ text: label, bold: true }), new TextRun(`\t${text}`)],
      });
    case 'heading':
      return new Paragraph({ text: `${label} ${text}`, heading: HeadingLevel.HEADING_3 });
    default:
      return shape satisfies never;
  }
}
