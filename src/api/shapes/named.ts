import { z } from 'zod';
import { placeCodeShape, slugShape } from '../../catalogue/manifest-schema.ts';
import { addresses } from '../../domain/addresses.ts';
import { networkKinds } from '../../domain/network.ts';
import { type Organisation, organisationKinds } from '../../domain/organisation.ts';
import { type Place, type PlaceChain, placeLevels } from '../../domain/place.ts';
import { workTypes } from '../../domain/work.ts';
import { fullPlaceName, placeLine } from '../../i18n/place-names.ts';

/** A place by code and name. */
export const placeShape = z.strictObject({
  code: placeCodeShape,
  level: z.enum(placeLevels),
  name: z.string().describe('With the word for its kind: ตำบลสันป่าม่วง'),
  nameEn: z.string().nullable(),
  line: z.string().describe('With the places around it: ต.สันป่าม่วง อ.เมืองพะเยา จ.พะเยา'),
  address: z.url(),
});

/** @param chain the place and those above it, smallest first */
export function tellPlace(chain: PlaceChain, origin: string): readonly z.output<typeof placeShape>[] {
  const [place, ...above] = chain;
  return place === undefined ? [] : [tellPlaceBelow(place, above, origin)];
}

/** @param above the places around, smallest first */
export const tellPlaceBelow = (
  place: Place,
  above: PlaceChain,
  origin: string,
): z.output<typeof placeShape> => ({
  code: place.code,
  level: place.level,
  name: fullPlaceName(place),
  nameEn: place.nameEn,
  line: placeLine([place, ...above]),
  address: new URL(addresses.place(place.code), origin).href,
});

export const organisationNameShape = z.strictObject({
  slug: slugShape,
  name: z.string(),
  kind: z.enum(organisationKinds).nullable(),
  address: z.url(),
});

export const tellOrganisationName = (
  { slug, name, kind }: Pick<Organisation, 'slug' | 'name' | 'kind'>,
  origin: string,
): z.output<typeof organisationNameShape> => ({
  slug,
  name,
  kind,
  address: new URL(addresses.organisation(slug), origin).href,
});

export const networkNameShape = z.strictObject({
  slug: slugShape,
  kind: z.enum(networkKinds),
  name: z.string(),
  address: z.url(),
});

export const tellNetworkName = (
  { slug, kind, name }: Omit<z.output<typeof networkNameShape>, 'address'>,
  origin: string,
): z.output<typeof networkNameShape> => ({
  slug,
  kind,
  name,
  address: new URL(addresses.network(slug), origin).href,
});

/** A work by its name and the title of its current edition. */
export const titledWorkShape = z.strictObject({
  type: z.enum(workTypes),
  slug: slugShape,
  title: z.string(),
  address: z.url(),
});

export const tellTitledWork = (
  { type, slug, title }: Omit<z.output<typeof titledWorkShape>, 'address'>,
  origin: string,
): z.output<typeof titledWorkShape> => ({
  type,
  slug,
  title,
  address: new URL(addresses.work({ type, slug }), origin).href,
});
