import type { FieldProblem } from '../../../domain/errors.ts';
import { workInAddress } from '../../../domain/work-address.ts';
import type { Found, Labelled } from '../../../facts/form-choices.ts';
import { placeLine } from '../../../i18n/place-names.ts';
import { nameReferences } from '../../../registry/name-references.ts';
import { type Finding, placesNamed, thingsNamed } from '../_facts/find-things.ts';

type Register = App.Locals['register'];

/** What is picked in a form, by the name of its control. */
const finders = {
  organisation: (register: Register, text: string) => thingsNamed(register, 'organisation', text),
  deedPlace: placesNamed,
  deedWork: async (register: Register, text: string): Promise<Finding> => {
    const name = workInAddress(text);
    if (name === null) return thingsNamed(register, 'work', text);
    const path = `${name.type}/${name.slug}`;
    return (await worksNamed(register, path)).length === 0
      ? { things: [], exact: null }
      : { things: [], exact: path };
  },
} as const;
type Pick = keyof typeof finders;

/** A form whose searches are answered. */
export type Settled<Fields> = {
  readonly fields: Fields;
  readonly found: ReadonlyMap<string, Found>;
  /** A search that nobody settled by a choice is said, never dropped. */
  readonly problems: readonly FieldProblem[];
};

/**
 * Answers the searches of a form. What is named without doubt is put in its place; everything else is offered, and
 * never chosen for anybody.
 */
export async function settlePicks<Fields extends Readonly<Record<string, string>>>(
  register: Register,
  fields: Fields,
  picks: readonly Pick[],
): Promise<Settled<Fields>> {
  const settled: Record<string, string> = { ...fields };
  const found = new Map<string, Found>();
  const problems: FieldProblem[] = [];
  for (const name of picks) {
    const text = (fields[`${name}Find`] ?? '').trim().slice(0, 300);
    if (text === '') continue;
    const { things, exact } = await finders[name](register, text);
    if (exact !== null) {
      settled[name] = exact;
      settled[`${name}Find`] = '';
    } else if (things.some(({ value }) => value === fields[name])) {
      // One of those that were found was chosen: the search has done its work.
      settled[`${name}Find`] = '';
    } else {
      found.set(name, { text, things });
      problems.push({ field: name, reason: 'choose_one', found: text.slice(0, 40) });
    }
  }
  return { fields: settled as Fields, found, problems };
}

/** A work as it is offered: its title and type. */
export async function worksNamed(register: Register, path: string): Promise<readonly Labelled[]> {
  if (path === '') return [];
  const { works } = await nameReferences(register, { organisations: [], places: [], works: [path] });
  return [...works].map(([value, { title }]) => ({ value, label: title }));
}

/** Places as they are offered, each once; codes that are none are left out. */
export async function placesOffered(
  register: Register,
  codes: readonly string[],
): Promise<readonly Labelled[]> {
  const asked = [...new Set(codes.filter((code) => code !== ''))];
  const { places } = await nameReferences(register, { organisations: [], places: asked, works: [] });
  return asked.flatMap((code) => {
    const chain = places.get(code);
    return chain ? [{ value: code, label: `${placeLine(chain)} (รหัส ${code})` }] : [];
  });
}
