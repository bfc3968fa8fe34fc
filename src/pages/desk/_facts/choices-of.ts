import { sourceReferences } from '../../../domain/check-manifest.ts';
import type { Manifest, Source } from '../../../domain/edition.ts';
import type { Provision } from '../../../domain/provision.ts';
import type { FormChoices, Found, Labelled } from '../../../facts/form-choices.ts';
import { fieldWords } from '../../../facts/form-words.ts';
import type { FormField, PickedThing } from '../../../facts/shape.ts';
import { chosenAt, type Typed, typedAt } from '../../../facts/typed.ts';
import { walkForm } from '../../../facts/walk-form.ts';
import { placeLine } from '../../../i18n/place-names.ts';
import { nameReferences } from '../../../registry/name-references.ts';
import type { FactsPage } from '../../../registry/open-facts.ts';
import { withNoBreaks } from '../../../thai/no-break.ts';

/**
 * What forms of facts offer to choose from, and the names of all that is chosen in them.
 * @param found what searches of the forms found, by control
 */
export async function choicesOf(
  { register }: Pick<App.Locals, 'register'>,
  { draft, provisions }: Pick<FactsPage, 'draft' | 'provisions'>,
  fields: readonly FormField[],
  typed: Typed,
  found: ReadonlyMap<string, Found> = new Map(),
): Promise<FormChoices> {
  const controls = walkForm(fields, typed);
  const picked = (of: PickedThing) =>
    controls.flatMap(({ control, shape }) =>
      shape.kind === 'pick' && shape.of === of ? typedAt(typed, control) || [] : [],
    );
  const places = controls.flatMap(({ control, shape }) =>
    shape.kind === 'choices' && shape.of === 'places' ? chosenAt(typed, control) : [],
  );
  const works = picked('work');
  const names = await nameReferences(register, { organisations: picked('organisation'), places, works });
  const { sources } = draft.content;
  const nameOf: FormChoices['nameOf'] = (kind, code) => {
    switch (kind) {
      case 'organisation':
        return names.organisations.get(code) ?? code;
      case 'place': {
        const chain = names.places.get(code);
        return chain ? `${placeLine(chain)} (รหัส ${code})` : `ไม่พบรหัส ${code}`;
      }
      case 'work':
        return names.works.get(code)?.title ?? code;
      case 'topic':
        return names.topics.find(({ topic }) => topic === code)?.label ?? code;
      case 'source': {
        const source = sources.find(({ id }) => id === code);
        return source ? sourceLabel(source) : code;
      }
      default:
        return kind satisfies never;
    }
  };
  return {
    nameOf,
    sources: sources.map((source) => ({ value: source.id, label: sourceLabel(source) })),
    topics: [...Map.groupBy(names.topics, ({ schemeTitle }) => schemeTitle)].map(([title, terms]) => ({
      title,
      terms: terms.map(({ topic, label }) => ({ value: topic, label })),
    })),
    provisions: provisions.map(provisionOption),
    provisionTexts: new Map(
      provisions.map(({ eid, heading, text }) => [eid, heading === null ? text : `${heading}\n${text}`]),
    ),
    provisionsOf: new Map(
      [...names.works].map(([path, work]) => [path, work.provisions.map(provisionOption)]),
    ),
    found,
    uses: usesOf(draft.content),
  };
}

const sourceLabel = ({ id, title }: Source): string => `${id} ${title}`;

/** ข้อ 5 น้ำ; a provision that prints no number by its first words. */
export function provisionOption({ eid, label, heading, text, kind }: Provision): Labelled {
  const words = heading === null || heading === label ? text.slice(0, 60) : heading;
  const depth = kind === 'paragraph' ? '– ' : '';
  return { value: eid, label: withNoBreaks(`${depth}${label}${words === '' ? '' : ` ${words}`}`) };
}

/** Where each source is used, in the words of the forms. */
function usesOf(content: Manifest): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const [field, ids] of sourceReferences(content)) {
    const [key = '', position] = field.split('.');
    const { entry, label } = fieldWords(key);
    const place = position !== undefined && /^\d+$/.test(position) ? ` ${Number(position) + 1}` : '';
    for (const id of ids) {
      const before = uses.get(id) ?? [];
      const told = `${entry ?? label}${place}`;
      if (!before.includes(told)) uses.set(id, [...before, told]);
    }
  }
  return uses;
}
