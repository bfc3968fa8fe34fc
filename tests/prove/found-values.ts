import type { ApiDocument } from '../support/api-contract.ts';
import { fits } from './api-values.ts';

/** Values of parameters by their names. */
export type Values = Readonly<Record<string, string | number>>;

type Sighting = { readonly address: string; readonly values: Values };

const MOST_OF_ANSWER = 2_000;

const partsOf = (address: string): readonly string[] => address.split('/').filter((part) => part !== '');
const isName = (part: string): boolean => part.startsWith('{');

/** The names of the parameters in an address, in its order. */
export const namesIn = (address: string): readonly string[] =>
  partsOf(address)
    .filter(isName)
    .map((part) => part.slice(1, -1));

/**
 * What answers have told that can be asked about further. It knows addresses and names of the document and nothing of what
 * they mean: a field of an answer that is named as a parameter is a value of it, together with the others around it.
 */
export function foundValues(document: ApiDocument) {
  const addresses = Object.keys(document.paths);
  const known = new Set(
    Object.values(document.paths).flatMap(({ get }) => (get.parameters ?? []).map(({ name }) => name)),
  );
  const sightings: Sighting[] = [];

  /** Takes what an answer tells, in its objects and those around them, and what it was asked with. */
  function take(address: string, asked: Values, body: unknown): void {
    const names = new Set(namesIn(address));
    const inPath = Object.fromEntries(Object.entries(asked).filter(([name]) => names.has(name)));
    let left = MOST_OF_ANSWER;
    const look = (value: unknown, around: Values): void => {
      if (typeof value !== 'object' || value === null || left <= 0) return;
      if (Array.isArray(value)) {
        for (const one of value) look(one, around);
        return;
      }
      left -= 1;
      const own = Object.entries(value).filter(
        ([name, one]) => known.has(name) && (typeof one === 'string' || typeof one === 'number'),
      );
      const values: Values = { ...around, ...Object.fromEntries(own) };
      if (own.length > 0) sightings.push({ address, values });
      for (const one of Object.values(value)) look(one, values);
    };
    look(body, inPath);
  }

  /** Values that an answer gave for a parameter of this name, wherever it stood. */
  const named = (name: string): readonly (string | number)[] => [
    ...new Set(sightings.flatMap(({ values }) => (values[name] === undefined ? [] : [values[name]]))),
  ];

  /**
   * Values for the parameters in an address that were seen together, in answers of other addresses that begin alike, the
   * most alike first. The last names are left open when nothing tells them.
   */
  function forPath(address: string): readonly Values[] {
    const names = namesIn(address);
    const fixed = fixedNames(address, addresses);
    const parameters = document.paths[address]?.get.parameters ?? [];
    const isValue = (name: string, value: unknown): boolean =>
      value !== undefined && parameters.some((one) => one.name === name && fits(one, value));
    for (let most = names.length; most > 0; most -= 1) {
      const wanted = names.slice(0, most);
      const fitting = sightings
        .filter((sighting) => sighting.address !== address)
        .map((sighting) => ({ ...sighting, shared: sharedParts(address, sighting.address) }))
        .filter(({ shared, values }) => shared > 0 && wanted.every((name) => isValue(name, values[name])))
        .filter(({ values }) => Object.entries(fixed).every(([name, value]) => values[name] === value))
        .toSorted((a, b) => b.shared - a.shared)
        .map(({ values }) => Object.fromEntries(wanted.map((name) => [name, values[name] ?? ''])));
      const distinct = [...new Map(fitting.map((values) => [JSON.stringify(values), values])).values()];
      if (distinct.length > 0) return distinct;
    }
    return [{}];
  }

  return { take, named, forPath };
}

/** With how many parts two addresses begin alike; a name fits what another address has in its place. */
function sharedParts(a: string, b: string): number {
  const [as, bs] = [partsOf(a), partsOf(b)];
  const at = as.findIndex((part, index) => {
    const other = bs[index];
    return other === undefined || (part !== other && !isName(part) && !isName(other));
  });
  return at === -1 ? as.length : at;
}

/** Values that an address fixes where others leave a choice: `/works/cases/{slug}` beside `/works/{type}/{slug}`. */
function fixedNames(address: string, addresses: readonly string[]): Values {
  const parts = partsOf(address);
  return Object.fromEntries(
    addresses.flatMap((other) => {
      const others = partsOf(other);
      return parts.flatMap((part, index) => {
        const name = others[index] ?? '';
        const isFixed = !isName(part) && isName(name) && sharedParts(address, other) > index;
        return isFixed ? [[name.slice(1, -1), part] as const] : [];
      });
    }),
  );
}
