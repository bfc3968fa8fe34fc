import type { ImportNoteKind, ImportProblem } from '../domain/imported-text.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { type Labelling, labelParagraph } from './label-paragraph.ts';
import { withoutMarks } from './list-labels.ts';
import type { NoteKeeper } from './note-keeper.ts';
import type { Parts } from './read-parts.ts';
import { readWordNumbering } from './word-numbering.ts';
import { readWordStyles } from './word-styles.ts';
import {
  childOf,
  isElement,
  readXml,
  valueIn,
  wordsOf,
  writeXml,
  type XmlElement,
  type XmlNode,
} from './xml-tree.ts';

const MAIN = 'word/document.xml';

/** Parts of the text that are left out, with the name under which the report counts them. */
const dropped: Readonly<Record<string, ImportNoteKind>> = {
  'w:del': 'deletion',
  'w:moveFrom': 'deletion',
  'w:txbxContent': 'text_box',
  'w:object': 'object',
  'w:commentReference': 'comment',
  'm:oMath': 'equation',
  'm:oMathPara': 'equation',
};
const unwrapped = new Set(['w:ins', 'w:moveTo']);

/**
 * The parts of a Word file as its text will be read: tracked changes settled, pictures, comments and text boxes out,
 * the labels of automatic lists written into the text, headings and centred lines under styles of known names.
 */
export function prepareWord(parts: Parts, keeper: NoteKeeper): Result<Parts, ImportProblem> {
  const main = parts.get(MAIN);
  if (main === undefined) return refused('not_docx');
  const trees = [MAIN, 'word/styles.xml', 'word/numbering.xml'].map((name) => treeOf(parts, name));
  const [document, stylesRoot, numberingRoot] = trees;
  if (!document?.ok) return refused(document?.refusal ?? 'broken');
  const styles = readWordStyles(stylesRoot?.ok ? stylesRoot.value : null);
  const numbering = readWordNumbering(numberingRoot?.ok ? numberingRoot.value : null, styles);
  noteMargins(parts, keeper);
  const cleaned = prepared(document.value, { styles, numbering, keeper });
  const ready = new Map(parts);
  ready.set(MAIN, Buffer.from(writeXml(cleaned)));
  for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) {
    const notes = treeOf(parts, name);
    if (notes.ok) {
      ready.set(name, Buffer.from(writeXml(prepared(notes.value, { styles, numbering, keeper }))));
    } else if (parts.has(name)) return notes;
  }
  ready.delete('word/comments.xml');
  return accepted(ready);
}

function treeOf(parts: Parts, name: string): Result<XmlElement, ImportProblem> {
  const part = parts.get(name);
  return part === undefined
    ? refused('broken')
    : readXml(withoutMarks(part.toString('utf8').replace(/^\uFEFF/, '')));
}

/** Headers and footers are not part of the text; those with words in them are told. */
function noteMargins(parts: Parts, keeper: NoteKeeper): void {
  for (const name of parts.keys()) {
    if (!/^word\/(?:header|footer)\d*\.xml$/.test(name)) continue;
    const margin = treeOf(parts, name);
    const words = margin.ok ? wordsOf(margin.value) : '';
    if (words !== '') keeper.note('header_footer', words);
  }
}

function prepared(root: XmlElement, preparing: Labelling): XmlElement {
  const { keeper } = preparing;
  /** The words of the paragraph read last, by which a reader finds a spot. */
  let place = '';
  const visit = (node: XmlNode): readonly XmlNode[] => {
    if (!isElement(node)) return [node];
    const kind = dropped[node.name];
    // In the properties of a paragraph or a row it says that the mark itself was deleted.
    if (node.name === 'w:del' && node.children.length === 0) return [node];
    if (kind !== undefined) {
      const words = wordsOf(node, node.name === 'w:del' ? 'w:delText' : 'w:t');
      keeper.note(kind, words === '' ? place : words);
      return [];
    }
    if (node.name === 'w:drawing' || node.name === 'w:pict') return visitDrawing(node);
    if (node.name === 'mc:AlternateContent') return visitAlternatives(node);
    if (unwrapped.has(node.name)) {
      // Inside properties the same element only says that the paragraph itself was added.
      if (node.children.length > 0) keeper.note('insertion', wordsOf(node));
      return node.children.flatMap(visit);
    }
    if (node.name === 'w:r' && isHidden(node)) {
      keeper.note('hidden_text', wordsOf(node));
      return [];
    }
    if (node.name === 'w:p') return visitParagraph(node);
    return [{ ...node, children: node.children.flatMap(visit) }];
  };
  const visitParagraph = (paragraph: XmlElement): readonly XmlNode[] => {
    const words = wordsOf(paragraph);
    if (preparing.styles.isContents(valueIn(childOf(paragraph, 'w:pPr'), 'w:pStyle'))) {
      keeper.note('contents', words);
      return [];
    }
    if (words !== '') place = words;
    return [labelParagraph({ ...paragraph, children: paragraph.children.flatMap(visit) }, preparing)];
  };
  const visitDrawing = (drawing: XmlElement): readonly XmlNode[] => {
    const box = find(drawing, 'w:txbxContent');
    if (box) keeper.note('text_box', wordsOf(box));
    else keeper.note('image', place);
    return [];
  };
  const visitAlternatives = (node: XmlElement): readonly XmlNode[] => {
    const choice = childOf(node, 'mc:Fallback') ?? childOf(node, 'mc:Choice');
    return (choice?.children ?? []).flatMap(visit);
  };
  const [result] = visit(root);
  return result !== undefined && isElement(result) ? result : root;
}

const isHidden = (run: XmlElement): boolean => {
  const mark = childOf(childOf(run, 'w:rPr'), 'w:vanish');
  return mark !== null && !/"(?:0|false)"/.test(mark.attributes);
};

function find(element: XmlElement, name: string): XmlElement | null {
  for (const child of element.children) {
    if (!isElement(child)) continue;
    const found = child.name === name ? child : find(child, name);
    if (found) return found;
  }
  return null;
}
