import { type FactFieldText, factFieldTexts, factOptionTexts } from '../i18n/fact-fields.ts';
import type { FormField, Option, Shape } from './shape.ts';

/** The path of a control without the positions in lists and without what follows a tilde. */
export const fieldPath = (control: string): string =>
  control
    .replace(/~values\.\d+/g, '')
    .replace(/~.*$/, '')
    .replace(/\.\d+(?=\.|$)/g, '');

/**
 * What a field is called, and how it is filled in.
 * @param field its description, when it brings its own words
 */
export function fieldWords(control: string, field?: FormField | null): FactFieldText {
  if (control.endsWith('~sources')) return factFieldTexts['parties.sources'] ?? { label: control };
  if (control.endsWith('~values')) return { label: 'ค่าที่แหล่งอ้างอิงให้ไว้ไม่ตรงกัน', entry: 'ค่า' };
  if (field?.label !== undefined) {
    const { label, hint, entry } = field;
    return { label, ...(hint !== undefined && { hint }), ...(entry !== undefined && { entry }) };
  }
  const path = fieldPath(control);
  // Inside a fact, whatever its name and however deep, parts of the same name have the same words.
  const inFact = /^facts\..+\.([^.]+)$/.exec(path)?.[1];
  return factFieldTexts[inFact === undefined ? path : `facts.${inFact}`] ?? { label: path };
}

/** What the field of a control is called, wherever in a form it stands. */
export const wordsAt = (fields: readonly FormField[], control: string): FactFieldText =>
  fieldWords(control, fieldAt(fields, fieldPath(control).split('.')));

/** The description of a field by the keys on the way to it, without positions in lists; null when there is none. */
function fieldAt(fields: readonly FormField[], [key, ...rest]: readonly string[]): FormField | null {
  const field = fields.find((one) => one.key === key);
  if (field === undefined || rest.length === 0) return field ?? null;
  return fieldAt(fieldsInside(field.shape), rest);
}

function fieldsInside(shape: Shape): readonly FormField[] {
  if (shape.kind === 'fact') return fieldsInside(shape.of);
  return shape.kind === 'group' || shape.kind === 'list' ? shape.fields : [];
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
