/**
 * What a form of facts holds: the texts of its controls by their names. A control's name is the path of its value
 * (`parties.0.role`); what belongs to a value but is not in it follows a tilde:
 *
 * `~state` `~note` of a fact, `~values.0` of a disputed one; `~understood` `~inferred` of a date; `~in.X` is `on` when
 * X is chosen, `~order` the order of what was chosen before; `~find` is a search; `~eid` the provision of a work;
 * `~is` marks an entry of a list, and `~gone` one that was taken out and can still be taken back.
 */
export type Typed = ReadonlyMap<string, string>;

/** The trimmed text of a control; empty when there is none. */
export const typedAt = (typed: Typed, name: string): string => (typed.get(name) ?? '').trim();

/** The number of entries of a list, those that were taken out among them. */
export function entriesOf(typed: Typed, list: string): number {
  let count = 0;
  while (typed.has(`${list}.${count}~is`)) count += 1;
  return count;
}

export const isGone = (typed: Typed, entry: string): boolean => typedAt(typed, `${entry}~gone`) !== '';

/** The list with an entry more, for a person to fill in. */
export function withEntry(typed: Typed, list: string): Typed {
  return new Map([...typed, [`${list}.${entriesOf(typed, list)}~is`, '1']]);
}

/** The entry taken out of its list, or taken back. What was typed in it stays. */
export function withGone(typed: Typed, entry: string, gone: boolean): Typed {
  const changed = new Map(typed);
  if (gone) changed.set(`${entry}~gone`, '1');
  else changed.delete(`${entry}~gone`);
  return changed;
}

/** The list in another order: `order` names the present positions in their new order. */
export function reordered(typed: Typed, list: string, order: readonly number[]): Typed {
  if (order.length === entriesOf(typed, list) && order.every((from, to) => from === to)) return typed;
  const inside = new RegExp(`^${literal(list)}\\.(\\d+)(?=[.~]|$)`);
  const rest: [string, string][] = [];
  const entries = new Map<number, [string, string][]>();
  for (const [name, value] of typed) {
    const position = inside.exec(name)?.[1];
    if (position === undefined) rest.push([name, value]);
    else entries.set(Number(position), [...(entries.get(Number(position)) ?? []), [name, value]]);
  }
  const moved = order.flatMap((from, to) =>
    (entries.get(from) ?? []).map(
      ([name, value]) => [name.replace(inside, () => `${list}.${to}`), value] as const,
    ),
  );
  return new Map([...rest, ...moved]);
}

/** The list with an entry moved one place; unchanged when there is no such place. */
export function withMoved(typed: Typed, entry: string, step: 1 | -1): Typed {
  const { list, position } = placeOfEntry(entry);
  const order = [...Array(entriesOf(typed, list)).keys()];
  const other = order[position + step];
  if (other === undefined || order[position] === undefined) return typed;
  order[position + step] = position;
  order[position] = other;
  return reordered(typed, list, order);
}

export function placeOfEntry(entry: string): { readonly list: string; readonly position: number } {
  const dot = entry.lastIndexOf('.');
  return { list: entry.slice(0, dot), position: Number(entry.slice(dot + 1)) };
}

/** The values that are ticked, in the order they had before, new ones after them. */
export function chosenAt(typed: Typed, path: string): readonly string[] {
  const ticked = tickedIn(typed).get(path) ?? [];
  if (ticked.length < 2) return ticked;
  const before = typedAt(typed, `${path}~order`).split(' ').map(decoded);
  const place = (value: string) => (before.includes(value) ? before.indexOf(value) : before.length);
  return ticked.toSorted((a, b) => place(a) - place(b));
}

/** Forms never change, so that what is ticked in one is gathered once: long forms ask for it thousands of times. */
const gathered = new WeakMap<Typed, ReadonlyMap<string, readonly string[]>>();

function tickedIn(typed: Typed): ReadonlyMap<string, readonly string[]> {
  const known = gathered.get(typed);
  if (known) return known;
  const ticked = new Map<string, string[]>();
  for (const [name, value] of typed) {
    const at = name.indexOf('~in.');
    if (at < 0 || value === '') continue;
    const path = name.slice(0, at);
    const values = ticked.get(path);
    if (values) values.push(name.slice(at + '~in.'.length));
    else ticked.set(path, [name.slice(at + '~in.'.length)]);
  }
  gathered.set(typed, ticked);
  return ticked;
}

/** The controls that say that these values are ticked. */
export function chosenControls(path: string, values: readonly string[]): readonly [string, string][] {
  const order: readonly [string, string][] =
    values.length > 1 ? [[`${path}~order`, values.map(encodeURIComponent).join(' ')]] : [];
  return [...order, ...values.map((value): [string, string] => [`${path}~in.${value}`, 'on'])];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
