import { factStateOptions } from '../i18n/fact-fields.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { readDateTexts } from './date-texts.ts';
import type { FormChoices } from './form-choices.ts';
import { fieldWords, optionWords } from './form-words.ts';
import { toLines } from './lines-text.ts';
import { liveEntries } from './settle-form.ts';
import type { FormField, Shape } from './shape.ts';
import { chosenAt, type Typed, typedAt } from './typed.ts';

/** A field of a form in words: each line is a value, or an entry of a list. Without lines nothing is stated. */
export type ToldField = {
  readonly control: string;
  readonly label: string;
  readonly lines: readonly string[];
};

/** What a form says, field by field, for the overview and beside another person's version. */
export function tellForm(
  fields: readonly FormField[],
  typed: Typed,
  choices: FormChoices,
  base = '',
): readonly ToldField[] {
  return fields.flatMap((field): readonly ToldField[] => {
    const control = `${base}${field.key}`;
    const { shape } = field;
    if (shape.kind === 'group') return tellForm(shape.fields, typed, choices, `${control}.`);
    const { label } = fieldWords(control, field);
    return [{ control, label, lines: tell({ typed, choices }, shape, control) }];
  });
}

type Teller = { readonly typed: Typed; readonly choices: FormChoices };

/** An entry of a list, or a quantity, in one line: what it is, without where that comes from. */
export const tellEntry = (teller: Teller, fields: readonly FormField[], entry: string): string =>
  fields
    .filter(({ key, shape }) => shape.kind !== 'identifier' && key !== 'note' && key !== 'sources')
    .map(({ key, shape }) => tell(teller, shape, `${entry}.${key}`).join(', '))
    .filter((words) => words !== '')
    .join(' · ');

function tell(teller: Teller, shape: Shape, control: string): readonly string[] {
  const { typed, choices } = teller;
  const words = typedAt(typed, control);
  switch (shape.kind) {
    case 'text':
    case 'word':
    case 'number':
    case 'day':
    case 'wording':
    case 'identifier':
      return words === '' ? [] : [words];
    case 'lines':
      return toLines(typed.get(control) ?? '');
    case 'provision':
      return words === '' ? [] : [choices.provisions.find(({ value }) => value === words)?.label ?? words];
    case 'choice': {
      const option = shape.options.find(({ value }) => value === words);
      return words === '' ? [] : [optionWords(control, option ?? { value: words })];
    }
    case 'choices':
      return tellChosen(teller, shape.of, control);
    case 'pick':
      return tellPick(teller, shape.of, control);
    case 'date':
      return tellDate(typed, control);
    case 'fact':
      return tellFact(teller, shape.of, control);
    case 'group':
      return [tellEntry(teller, shape.fields, control)].filter((line) => line !== '');
    case 'list':
      return liveEntries(typed, control).map((entry) => tellEntry(teller, shape.fields, entry));
    default:
      return shape satisfies never;
  }
}

function tellChosen(
  { typed, choices }: Teller,
  of: Extract<Shape, { kind: 'choices' }>['of'],
  control: string,
): readonly string[] {
  const chosen = chosenAt(typed, control);
  if (of === 'sources') return chosen.map((value) => choices.nameOf('source', value));
  if (of === 'places') return chosen.map((value) => choices.nameOf('place', value));
  if (of === 'topics') return chosen.map((value) => choices.nameOf('topic', value));
  return chosen.map((value) =>
    optionWords(control, of.find((option) => option.value === value) ?? { value }),
  );
}

function tellPick(
  { typed, choices }: Teller,
  of: 'organisation' | 'work',
  control: string,
): readonly string[] {
  const picked = typedAt(typed, control);
  if (picked === '') return [typedAt(typed, `${control}~find`)].filter((text) => text !== '');
  const eid = typedAt(typed, `${control}~eid`);
  const provision = choices.provisionsOf.get(picked)?.find(({ value }) => value === eid)?.label ?? eid;
  return [[choices.nameOf(of, picked), provision].filter((part) => part !== '').join(' ')];
}

function tellDate(typed: Typed, control: string): readonly string[] {
  const read = readDateTexts({
    written: typed.get(control) ?? '',
    understood: typed.get(`${control}~understood`) ?? '',
    isInferred: false,
  });
  const written = typedAt(typed, control);
  if (read === null || !('date' in read)) return written === '' ? [] : [written];
  const understood = formatWrittenDate(read.date, { era: 'both' });
  return [written === '' ? understood : `${written} (อ่านว่า ${understood})`];
}

function tellFact(teller: Teller, of: Shape, control: string): readonly string[] {
  const { typed } = teller;
  const state = typedAt(typed, `${control}~state`);
  const note = typedAt(typed, `${control}~note`);
  const value = tell(teller, of, control);
  const values = liveEntries(typed, `${control}~values`).flatMap((entry) => tell(teller, of, entry));
  const name = factStateOptions.find((option) => option.value === state)?.label ?? '';
  const told = [...value, ...values];
  if (told.length > 0) return state === 'disputed' ? [name, ...told] : told;
  // Silence that nobody remarked on is nothing stated: the overview counts it among what is missing.
  if ((state === '' || state === 'not_stated') && note === '') return [];
  return [[name, note].filter((part) => part !== '').join(': ')];
}
