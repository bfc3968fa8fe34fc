import type { Register } from '../../db/connection.ts';
import { findPlaceChains, findPlacesByName } from '../../db/places.ts';
import { isPlaceCode, type PlaceChain } from '../domain/place.ts';
import { toArabicDigits } from '../thai/digits.ts';
import { toDisplayForm } from '../thai/normal-form.ts';

/** At most so many places are offered; a longer name narrows them. */
export const placesMaximum = 20;

/** The words before a name that say what kind of place it is; names are stored without them. */
const prefix = /^(?:ตำบล|ต\.|แขวง|อำเภอ|อ\.|เขต|จังหวัด|จ\.)\s*/;

/**
 * Places whose name begins with the text (with or without ต./อ./จ. before it) or whose code it is, each with
 * the places above it, tambons first. Empty for an empty text.
 */
export async function findPlaces(register: Register, text: string): Promise<readonly PlaceChain[]> {
  const [found = []] = await findPlacesOfEach(register, [text]);
  return found;
}

/** The same for several texts, in their order. */
export async function findPlacesOfEach(
  register: Register,
  texts: readonly string[],
): Promise<readonly (readonly PlaceChain[])[]> {
  const codes: (readonly string[])[] = [];
  for (const text of texts) {
    const typed = toDisplayForm(text).trim();
    const code = toArabicDigits(typed);
    codes.push(isPlaceCode(code) ? [code] : (await placesNamed(register, typed)).map((place) => place.code));
  }
  const chains = await findPlaceChains(register.read, codes.flat());
  return codes.map((some) => some.flatMap((each) => [chains.get(each) ?? []]));
}

/** Some names begin with such a word themselves (เขตร์…): the whole text is tried first. */
async function placesNamed(register: Register, typed: string) {
  for (const name of new Set([typed, typed.replace(prefix, '')])) {
    // Without a letter or digit nothing is searched, or every place would begin so.
    const found = !/[\p{L}\p{N}]/u.test(name)
      ? []
      : await findPlacesByName(register.read, name, placesMaximum);
    if (found.length > 0) return found;
  }
  return [];
}
