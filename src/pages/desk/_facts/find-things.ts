import { isPlaceCode } from '../../../domain/place.ts';
import type { Found, Labelled } from '../../../facts/form-choices.ts';
import type { FormField, PickedThing } from '../../../facts/shape.ts';
import { chosenControls, type Typed, typedAt } from '../../../facts/typed.ts';
import { walkForm } from '../../../facts/walk-form.ts';
import { placeLine } from '../../../i18n/place-names.ts';
import { workTypeLabels } from '../../../i18n/work-types.ts';
import { findOrganisations } from '../../../registry/find-organisations.ts';
import { findPlaces } from '../../../registry/find-places.ts';
import { findWorks } from '../../../registry/find-works.ts';
import { toArabicDigits } from '../../../thai/digits.ts';

type Register = App.Locals['register'];

/** What was found, and the one thing that the words name without doubt; null when they fit several or are a part. */
export type Finding = { readonly things: readonly Labelled[]; readonly exact: string | null };

export type Searched = { readonly typed: Typed; readonly found: ReadonlyMap<string, Found> };

/**
 * Answers the searches of a form. What is named without doubt (the whole name or the code, and nothing else has it) is
 * put in its place; everything else is offered, and never chosen for anybody.
 */
export async function findThings(
  register: Register,
  fields: readonly FormField[],
  typed: Typed,
): Promise<Searched> {
  // Written to here alone, before anybody reads it.
  const settled = new Map(typed);
  const found = new Map<string, Found>();
  for (const { control, shape } of walkForm(fields, typed)) {
    const search = `${control}~find`;
    const text = typedAt(typed, search).slice(0, 300);
    const isPlaces = shape.kind === 'choices' && shape.of === 'places';
    if (text === '' || (shape.kind !== 'pick' && !isPlaces)) continue;
    const finding = isPlaces
      ? await placesNamed(register, text)
      : await thingsNamed(register, shape.kind === 'pick' ? shape.of : 'work', text);
    if (finding.exact === null) {
      found.set(control, { text, things: finding.things });
      continue;
    }
    settled.delete(search);
    if (!isPlaces) settled.set(control, finding.exact);
    else for (const [name, value] of chosenControls(control, [finding.exact])) settled.set(name, value);
  }
  return { typed: settled, found };
}

/** Places by the beginning of their name, or by their code. */
export async function placesNamed(register: Register, text: string): Promise<Finding> {
  const chains = await findPlaces(register, text);
  const things = chains.flatMap((chain) => {
    const code = chain[0]?.code;
    return code === undefined ? [] : [{ value: code, label: `${placeLine(chain)} (รหัส ${code})` }];
  });
  const exact = isPlaceCode(toArabicDigits(text)) ? (things[0]?.value ?? null) : null;
  return { things, exact };
}

/** Works or organisations by their name, or part of it. */
export async function thingsNamed(register: Register, of: PickedThing, text: string): Promise<Finding> {
  if (of === 'work') {
    const works = await findWorks(register, text);
    const things = works.map(({ type, slug, title }) => ({
      value: `${type}/${slug}`,
      label: `${title} (${workTypeLabels[type]})`,
    }));
    return { things, exact: things.find(({ value }) => value === text)?.value ?? null };
  }
  const { named, others } = await findOrganisations(register, text);
  const things = [...named, ...others].map(({ slug, name, shortName }) => ({
    value: slug,
    label: shortName === null ? name : `${name} (${shortName})`,
  }));
  const [only, ...more] = named;
  return { things, exact: more.length === 0 ? (only?.slug ?? null) : null };
}
