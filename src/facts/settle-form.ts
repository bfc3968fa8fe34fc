import type { FormField, Shape } from './shape.ts';
import { chosenAt, entriesOf, isGone, reordered, type Typed, typedAt } from './typed.ts';

/**
 * The form with its lists in order: entries that say something first, then those that were taken out; entries that
 * nobody filled in are dropped. After this the positions of entries are the positions in what is read.
 */
export function settleForm(fields: readonly FormField[], typed: Typed, base = ''): Typed {
  return fields.reduce((form, { key, shape }) => settle(shape, form, `${base}${key}`), typed);
}

function settle(shape: Shape, typed: Typed, path: string): Typed {
  switch (shape.kind) {
    case 'fact': {
      const values = `${path}~values`;
      const sorted = settleList([{ key: '', shape: shape.of }], typed, values);
      return [path, ...liveEntries(sorted, values)].reduce((form, at) => settle(shape.of, form, at), sorted);
    }
    case 'group':
      return settleForm(shape.fields, typed, `${path}.`);
    case 'list': {
      const sorted = settleList(shape.fields, typed, path);
      const live = liveEntries(sorted, path);
      return live.reduce((form, entry) => settleForm(shape.fields, form, `${entry}.`), sorted);
    }
    default:
      return typed;
  }
}

function settleList(fields: readonly FormField[], typed: Typed, list: string): Typed {
  const positions = [...Array(entriesOf(typed, list)).keys()];
  const gone = positions.filter((position) => isGone(typed, `${list}.${position}`));
  const live = positions.filter(
    (position) => !gone.includes(position) && saysEntry(fields, typed, `${list}.${position}`),
  );
  return reordered(typed, list, [...live, ...gone]);
}

/** The entries of a list that stay. */
export const liveEntries = (typed: Typed, list: string): readonly string[] =>
  [...Array(entriesOf(typed, list)).keys()]
    .map((position) => `${list}.${position}`)
    .filter((entry) => !isGone(typed, entry));

const saysEntry = (fields: readonly FormField[], typed: Typed, entry: string): boolean =>
  typedAt(typed, `${entry}~note`) !== '' ||
  chosenAt(typed, `${entry}~sources`).length > 0 ||
  fields.some(({ key, shape }) => says(shape, typed, key === '' ? entry : `${entry}.${key}`));

/** True when somebody typed, chose or ticked something there. */
export function says(shape: Shape, typed: Typed, path: string): boolean {
  switch (shape.kind) {
    case 'identifier':
      return false;
    case 'choices':
      return chosenAt(typed, path).length > 0 || typedAt(typed, `${path}~find`) !== '';
    case 'group':
      return shape.fields.some((field) => says(field.shape, typed, `${path}.${field.key}`));
    case 'list':
      return liveEntries(typed, path).some((entry) => saysEntry(shape.fields, typed, entry));
    case 'fact':
      return (
        says(shape.of, typed, path) ||
        chosenAt(typed, `${path}~sources`).length > 0 ||
        typedAt(typed, `${path}~note`) !== '' ||
        entriesOf(typed, `${path}~values`) > 0
      );
    case 'text':
    case 'word':
    case 'lines':
    case 'number':
    case 'day':
    case 'date':
    case 'choice':
    case 'pick':
    case 'provision':
    case 'wording':
      return ['', '~understood', '~find'].some((part) => typedAt(typed, `${path}${part}`) !== '');
    default:
      return shape satisfies never;
  }
}
