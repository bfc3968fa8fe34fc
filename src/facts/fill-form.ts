import { type Fact, given } from '../domain/fact.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import { dateTextsOf, dayText } from './date-texts.ts';
import { wordsOf } from './form-words.ts';
import { fromLines } from './lines-text.ts';
import type { FormField, Shape } from './shape.ts';
import { chosenControls, type Typed } from './typed.ts';

type Controls = readonly (readonly [name: string, value: string])[];

/** The controls of a form that say what a record says; `readForm` reads the same back from them. */
export function fillForm(fields: readonly FormField[], record: Readonly<Record<string, unknown>>): Typed {
  return new Map(fields.flatMap((field) => fill(field.shape, record[field.key], field.key)));
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Codes and references of facts are wrapped in what they are; a form has the words alone. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const { code, organisation, work, provision } = recordOf(value);
  const word = code ?? organisation ?? work ?? provision;
  return typeof word === 'string' ? word : '';
}

function textsOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : recordOf(value)['codes'];
  return Array.isArray(list) ? list.map(textOf) : [];
}

/** @param value what the manifest holds there; its kind follows from the shape */
function fill(shape: Shape, value: unknown, path: string): Controls {
  switch (shape.kind) {
    case 'text':
    case 'number':
    case 'choice':
    case 'provision':
    case 'wording':
    case 'identifier':
      return [[path, textOf(value)]];
    case 'word':
      return [[path, wordsOf(path)[textOf(value)] ?? textOf(value)]];
    case 'lines':
      return [[path, fromLines(textsOf(value))]];
    case 'day':
      return [[path, dayText(textOf(value))]];
    case 'date':
      return fillDate(value as WrittenDate | undefined, path);
    case 'choices':
      return chosenControls(path, textsOf(value));
    case 'pick':
      return fillPick(shape.of, textOf(value), path);
    case 'fact':
      return fillFact(shape.of, value as Fact<unknown> | undefined, path);
    case 'group':
      return fillFields(shape.fields, recordOf(value), path);
    case 'list':
      return (Array.isArray(value) ? value : []).flatMap((entry, position) => [
        [`${path}.${position}~is`, '1'],
        ...fillFields(shape.fields, entryOf(shape, entry), `${path}.${position}`),
      ]);
    default:
      return shape satisfies never;
  }
}

const fillFields = (
  fields: readonly FormField[],
  record: Readonly<Record<string, unknown>>,
  path: string,
): Controls => fields.flatMap((field) => fill(field.shape, record[field.key], `${path}.${field.key}`));

const entryOf = ({ lineColumn }: Extract<Shape, { kind: 'list' }>, entry: unknown) =>
  typeof entry === 'string' && lineColumn !== undefined ? { [lineColumn]: given(entry) } : recordOf(entry);

function fillDate(date: WrittenDate | undefined, path: string): Controls {
  if (date === undefined) return [[path, '']];
  const { written, understood, isInferred } = dateTextsOf(date);
  return [
    [path, written],
    [`${path}~understood`, understood],
    [`${path}~inferred`, isInferred ? 'on' : ''],
  ];
}

/** A work is picked whole, and then its provision. */
function fillPick(of: 'organisation' | 'work', value: string, path: string): Controls {
  const hash = of === 'work' ? value.indexOf('#') : -1;
  if (hash < 0) return [[path, value]];
  return [
    [path, value.slice(0, hash)],
    [`${path}~eid`, value.slice(hash + 1)],
  ];
}

function fillFact(of: Shape, fact: Fact<unknown> | undefined, path: string): Controls {
  const state: Controls = [
    [`${path}~state`, fact?.kind ?? ''],
    [`${path}~note`, fact?.note ?? ''],
  ];
  if (fact?.kind === 'given') {
    return [...state, ...fill(of, fact.value, path), ...chosenControls(`${path}~sources`, fact.sources)];
  }
  if (fact?.kind !== 'disputed') return state;
  const values = fact.values.flatMap(({ value, note, sources }, position): Controls => {
    const entry = `${path}~values.${position}`;
    return [
      [`${entry}~is`, '1'],
      ...fill(of, value, entry),
      [`${entry}~note`, note ?? ''],
      ...chosenControls(`${entry}~sources`, sources),
    ];
  });
  return [...state, ...values];
}
