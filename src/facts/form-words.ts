import { type FactFieldText, factFieldTexts, factOptionTexts } from '../i18n/fact-fields.ts';
import type { FormField, Option } from './shape.ts';

/** The path of a control without the positions in lists and without what follows a tilde. */
export const fieldPath = (control: string): string =>
  control
    .replace(/~values\.\d+/g, '')
    .replace(/~.*$/, '')
    .replace(/\.\d+(?=\.|$)/g, '');

/** What a field is called, and how it is filled in. */
export function fieldWords(control: string, field?: FormField): FactFieldText {
  if (control.endsWith('~sources')) return factFieldTexts['parties.sources'] ?? { label: control };
  if (control.endsWith('~values')) return { label: 'ค่าที่แหล่งอ้างอิงให้ไว้ไม่ตรงกัน', entry: 'ค่า' };
  const path = fieldPath(control);
  const inFact = /^facts\.[^.]+\.(.+)$/.exec(path)?.[1];
  const words = factFieldTexts[inFact === undefined ? path : `facts.${inFact}`];
  return field?.label === undefined ? (words ?? { label: path }) : { label: field.label };
}

/** The words that the register has for a field of kind `word`, by their codes. */
export const wordsOf = (control: string): Readonly<Record<string, string>> =>
  factOptionTexts[fieldPath(control)] ?? {};

/** The code of a word, or what was typed when it is none of them. */
export const codeOfWord = (control: string, typed: string): string =>
  Object.entries(wordsOf(control)).find(([, word]) => word === typed)?.[0] ?? typed;

/** What an option of a choice is called. */
export const optionWords = (control: string, { value, label }: Option): string =>
  label ?? factOptionTexts[fieldPath(control)]?.[value] ?? value;
