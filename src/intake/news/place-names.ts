import type { KnownPlace } from '../../domain/finding.ts';
import { toSearchForm } from '../../thai/normal-form.ts';
import { createNameTrie, type NameTrie } from './name-trie.ts';

/** The official places, to be looked up by name at a spot of a text. */
export type PlaceNames = {
  readonly byLevel: Readonly<Record<KnownPlace['level'], NameTrie<KnownPlace>>>;
  readonly any: NameTrie<KnownPlace>;
};

export function placeNamesOf(places: readonly KnownPlace[]): PlaceNames {
  const byLevel = {
    province: createNameTrie<KnownPlace>(),
    district: createNameTrie<KnownPlace>(),
    tambon: createNameTrie<KnownPlace>(),
  };
  const any = createNameTrie<KnownPlace>();
  const provinces = new Map(
    places.flatMap(({ code, level, name }) => (level === 'province' ? [[code, toSearchForm(name)]] : [])),
  );
  for (const place of places) {
    const form = toSearchForm(place.name);
    byLevel[place.level].add(form, place);
    any.add(form, place);
    // "อำเภอเมือง จังหวัดพะเยา" is the district whose whole name is เมืองพะเยา, and not one that is called เมืองยาง.
    const isCapital = place.level === 'district' && form === `เมือง${provinces.get(place.code.slice(0, 2))}`;
    if (isCapital) byLevel.district.add('เมือง', place);
  }
  return { byLevel, any };
}
