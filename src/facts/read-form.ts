import type { FieldProblem, FieldReason } from '../domain/errors.ts';
import { toArabicDigits } from '../thai/digits.ts';
import { readDateTexts, readDay } from './date-texts.ts';
import { codeOfWord } from './form-words.ts';
import { toLines } from './lines-text.ts';
import { liveEntries } from './settle-form.ts';
import type { FormField, Shape } from './shape.ts';
import { chosenAt, type Typed, typedAt } from './typed.ts';

/** What a form says, as the archive format writes it, and what could not be read. Problems name controls. */
export type FormReading = {
  readonly record: Readonly<Record<string, unknown>>;
  readonly problems: readonly FieldProblem[];
};

/** Reads a settled form. What the values must be is said by the schema of the archive format, not here. */
export function readForm(fields: readonly FormField[], typed: Typed): FormReading {
  const problems: FieldProblem[] = [];
  const report = (field: string, reason: FieldReason, found = ''): undefined => {
    problems.push(found === '' ? { field, reason } : { field, reason, found: found.slice(0, 80) });
    return undefined;
  };
  const record = readFields({ typed, report }, fields, '');
  return { record, problems };
}

type Reader = {
  readonly typed: Typed;
  readonly report: (field: string, reason: FieldReason, found?: string) => undefined;
};

function readFields(reader: Reader, fields: readonly FormField[], base: string): Record<string, unknown> {
  const entries = fields.map(({ key, shape, isRequired = false }) => {
    const path = `${base}${key}`;
    const value = read(reader, shape, path);
    if (isRequired && isNothing(value)) reader.report(path, 'required');
    return [key, value] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

/** @returns undefined when nothing is said there */
function read(reader: Reader, shape: Shape, path: string): unknown {
  const { typed, report } = reader;
  const words = typedAt(typed, path);
  switch (shape.kind) {
    case 'text':
    case 'choice':
    case 'provision':
    case 'wording':
      return words === '' ? undefined : words;
    case 'word':
      return words === '' ? undefined : codeOfWord(path, words);
    case 'identifier':
      return words === '' ? nextIdentifier(typed, path, shape.prefix) : words;
    case 'lines': {
      const lines = toLines(typed.get(path) ?? '');
      return lines.length === 0 ? undefined : lines;
    }
    case 'number':
      return words === '' ? undefined : (numberOf(words) ?? report(path, 'not_a_number', words));
    case 'day':
      return words === '' ? undefined : (readDay(words) ?? report(path, 'not_a_date', words));
    case 'date':
      return readDate(reader, path);
    case 'choices':
      if (typedAt(typed, `${path}~find`) !== '') report(path, 'choose_one', typedAt(typed, `${path}~find`));
      return chosenAt(typed, path);
    case 'pick':
      return readPick(reader, path);
    case 'fact':
      return readFact(reader, shape.of, path, shape.mayBeAbsent === true);
    case 'group': {
      const group = readFields(reader, shape.fields, `${path}.`);
      return Object.keys(group).length === 0 ? undefined : group;
    }
    case 'list':
      return liveEntries(typed, path).map((entry) => readFields(reader, shape.fields, `${entry}.`));
    default:
      return shape satisfies never;
  }
}

function readDate({ typed, report }: Reader, path: string): unknown {
  const read = readDateTexts({
    written: typed.get(path) ?? '',
    understood: typed.get(`${path}~understood`) ?? '',
    isInferred: typedAt(typed, `${path}~inferred`) !== '',
  });
  if (read === null) return undefined;
  if ('date' in read) return read.date;
  const control = read.wrong === 'written' ? path : `${path}~understood`;
  return report(control, 'not_a_date', typedAt(typed, control));
}

/** A search that was not settled by a choice is said, never dropped. */
function readPick({ typed, report }: Reader, path: string): unknown {
  const search = typedAt(typed, `${path}~find`);
  if (search !== '') return report(path, 'choose_one', search);
  const [picked, eid] = [typedAt(typed, path), typedAt(typed, `${path}~eid`)];
  if (picked === '') return undefined;
  return eid === '' ? picked : `${picked}#${eid}`;
}

function readFact(reader: Reader, of: Shape, path: string, mayBeAbsent: boolean): unknown {
  const { typed, report } = reader;
  const said = (at: string): unknown => {
    const value = read(reader, of, at);
    return isNothing(value) ? undefined : value;
  };
  const value = said(path);
  const note = typedAt(typed, `${path}~note`) || null;
  const sources = chosenAt(typed, `${path}~sources`);
  const state = typedAt(typed, `${path}~state`);
  const values = liveEntries(typed, `${path}~values`).map((entry) => ({
    value: said(entry) ?? report(entry, 'required'),
    note: typedAt(typed, `${entry}~note`) || null,
    sources: chosenAt(typed, `${entry}~sources`),
  }));
  if (state === 'disputed') {
    const all = value === undefined ? values : [{ value, note: null, sources }, ...values];
    return all.length === 0 ? report(path, 'required') : { state, note, values: all };
  }
  if (values.length > 0) return report(`${path}~state`, 'value_against_state');
  const isOpen = state === 'given' || state === 'not_stated' || state === '';
  if (value !== undefined) {
    return isOpen ? { value, note, sources } : report(`${path}~state`, 'value_against_state');
  }
  if (state === 'given' || sources.length > 0) return report(path, 'required');
  if (state === '' && note === null) return mayBeAbsent ? undefined : null;
  return { state: state === '' ? 'not_stated' : state, note };
}

/** The next name of the series that no entry of the list has, taken out or not. */
function nextIdentifier(typed: Typed, path: string, prefix: string): string {
  const [, list = '', position = '0', key = ''] = /^(.*)\.(\d+)\.([^.]+)$/.exec(path) ?? [];
  const numbers = [...typed].flatMap(([name, value]) =>
    name.startsWith(`${list}.`) && name.endsWith(`.${key}`) && value.startsWith(prefix)
      ? [Number(value.slice(prefix.length))]
      : [],
  );
  const highest = Math.max(0, ...numbers.filter(Number.isInteger));
  const before = [...Array(Number(position)).keys()].filter(
    (one) => typedAt(typed, `${list}.${one}.${key}`) === '',
  );
  return `${prefix}${highest + before.length + 1}`;
}

/** A number in Thai or Arabic digits, with or without commas between thousands; null when it is none. */
function numberOf(words: string): number | null {
  const digits = toArabicDigits(words).replaceAll(',', '');
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(digits) ? Number(digits) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}
