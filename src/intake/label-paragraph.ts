import { readProvisionOpening } from '../domain/provision.ts';
import { marked } from './list-labels.ts';
import type { NoteKeeper } from './note-keeper.ts';
import type { WordNumbering } from './word-numbering.ts';
import { listPlaceIn, outlineLevelIn, type WordStyles } from './word-styles.ts';
import { anElement, childOf, isElement, textNode, valueIn, wordsOf, type XmlElement } from './xml-tree.ts';

/** The style under which a centred paragraph is handed on. */
export const CENTRED_STYLE = 'TammanoonCentred';

/** What the labels and styles of paragraphs are known by. */
export type Labelling = {
  readonly styles: WordStyles;
  readonly numbering: WordNumbering;
  readonly keeper: NoteKeeper;
};

/** The paragraph with its label as words, and under the style that says what it is. */
export function labelParagraph(paragraph: XmlElement, { styles, numbering, keeper }: Labelling): XmlElement {
  const properties = childOf(paragraph, 'w:pPr');
  const styleId = valueIn(properties, 'w:pStyle');
  const place =
    listPlaceIn(properties) ??
    styles.listPlaceOf(styleId) ??
    (styleId === null ? null : numbering.placeOfStyle(styleId));
  const words = wordsOf(paragraph);
  const label = place === null || place.numId === '0' ? null : numbering.nextLabel(place)?.trim() || null;
  const heading = outlineLevelIn(properties) ?? styles.headingLevelOf(styleId);
  const isOpening = label !== null && readProvisionOpening(`${label} ${words}`) !== null;
  const isCentred = (valueIn(properties, 'w:jc') ?? (styles.isCentred(styleId) ? 'center' : '')) === 'center';
  const isText = label !== null && (isOpening || heading !== null || isCentred);
  if (isText) keeper.note('numbering', `${label} ${words}`);
  const style = heading !== null ? `Heading${heading}` : isCentred ? CENTRED_STYLE : styleId;
  const isItem = place !== null && place.numId !== '0' && !isText && heading === null;
  const kept = (properties?.children ?? []).filter(
    (child) => isElement(child) && !['w:pStyle', 'w:numPr', 'w:jc'].includes(child.name),
  );
  const first =
    label === null ? [] : [anElement('w:r', null, [textNode(isText ? `${label} ` : marked(label))])];
  const rest = paragraph.children.filter((child) => !isElement(child) || child.name !== 'w:pPr');
  return {
    ...paragraph,
    children: [
      anElement('w:pPr', null, [
        ...(style === null ? [] : [anElement('w:pStyle', style)]),
        isItem ? listOf(place.level, place.numId) : noList,
        ...kept,
      ]),
      ...(words === '' && !isOpening ? [] : first),
      ...rest,
    ],
  };
}

const listOf = (level: number, numId: string): XmlElement =>
  anElement('w:numPr', null, [anElement('w:ilvl', String(level)), anElement('w:numId', numId)]);

/** A list that no file has: it keeps the list of the style away. */
const noList = listOf(0, 'none');
