import type { ImportProblem } from '../domain/imported-text.ts';
import { accepted, type Result, refused } from '../domain/result.ts';

/** An element with its attributes as written; texts stay encoded, so that writing gives back what was read. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: string;
  readonly children: readonly XmlNode[];
};
export type XmlNode = XmlElement | string;

const DEPTH_MAXIMUM = 200;
const NODE_MAXIMUM = 1_500_000;
const TAG =
  /<(?:!--[\s\S]*?-->|\?[\s\S]*?\?>|!\[CDATA\[([\s\S]*?)\]\]>|(\/?)([^\s/>!?]+)((?:[^<>"']|"[^"]*"|'[^']*')*?)(\/?)>)/g;

type Open = { readonly name: string; readonly attributes: string; readonly children: XmlNode[] };

/**
 * Reads the XML of a part of a Word file. Comments and instructions are left out.
 * Refused: `broken` for XML that is not well formed or has a document type, `too_complex`.
 */
export function readXml(source: string): Result<XmlElement, ImportProblem> {
  if (source.includes('<!DOCTYPE') || source.includes('<!ENTITY')) return refused('broken');
  const root: Open = { name: '', attributes: '', children: [] };
  const open: Open[] = [root];
  let at = 0;
  let nodes = 0;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(source); match !== null; match = TAG.exec(source)) {
    const parent = open.at(-1) ?? root;
    const between = source.slice(at, match.index);
    if (between.includes('<')) return refused('broken');
    if (between !== '') parent.children.push(between);
    at = TAG.lastIndex;
    nodes += 1;
    if (nodes > NODE_MAXIMUM || open.length > DEPTH_MAXIMUM) return refused('too_complex');
    const [, raw, closing, name, attributes = '', selfClosing] = match;
    if (raw !== undefined) parent.children.push(encoded(raw));
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.length < 2 || parent.name !== name) return refused('broken');
      open.pop();
      continue;
    }
    const element: Open = { name, attributes, children: [] };
    parent.children.push(element);
    if (selfClosing !== '/') open.push(element);
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || elements.length !== 1 || source.slice(at).trim() !== '') return refused('broken');
  const [element] = elements;
  return element ? accepted(element) : refused('broken');
}

const encoded = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The element as XML again. */
export function writeXml(node: XmlNode): string {
  if (typeof node === 'string') return node;
  const { name, attributes, children } = node;
  if (children.length === 0) return `<${name}${attributes}/>`;
  return `<${name}${attributes}>${children.map(writeXml).join('')}</${name}>`;
}

/** An element of ours, with one attribute or none. */
export function anElement(name: string, value: string | null, children: readonly XmlNode[] = []): XmlElement {
  return { name, attributes: value === null ? '' : ` w:val="${encoded(value)}"`, children };
}

/** The text of an element as a plain text node, encoded. */
export const textNode = (text: string): XmlElement => ({
  name: 'w:t',
  attributes: ' xml:space="preserve"',
  children: [encoded(text)],
});

export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  return (
    element?.children.find((child): child is XmlElement => isElement(child) && child.name === name) ?? null
  );
}

export function childrenOf(element: XmlElement | null | undefined, name: string): readonly XmlElement[] {
  return (
    (element?.children.filter((child) => isElement(child) && child.name === name) as readonly XmlElement[]) ??
    []
  );
}

/** The value of an attribute, decoded; null when it is not there. */
export function attributeOf(element: XmlElement | null | undefined, name: string): string | null {
  if (!element) return null;
  const at = element.attributes.indexOf(` ${name}=`);
  if (at < 0) return null;
  const from = at + name.length + 2;
  const quote = element.attributes.charAt(from);
  const to = element.attributes.indexOf(quote, from + 1);
  return to < 0 ? null : decoded(element.attributes.slice(from + 1, to));
}

/** `w:val` of a child: what most properties are. */
export const valueIn = (element: XmlElement | null | undefined, name: string): string | null =>
  attributeOf(childOf(element, name), 'w:val');

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });
}

/**
 * The words of everything in an element, runs joined and paragraphs divided by a space.
 * @param name the elements that hold words: `w:delText` for what was deleted
 */
export function wordsOf(element: XmlElement, name = 'w:t'): string {
  const words: string[] = [];
  const visit = (node: XmlElement): void => {
    for (const child of node.children) {
      if (!isElement(child)) {
        if (node.name === name) words.push(decoded(child));
      } else {
        visit(child);
      }
    }
    if (node.name === 'w:p' || node.name === 'w:tab' || node.name === 'w:br') words.push(' ');
  };
  visit(element);
  return words.join('').trim();
}
