import { z } from 'zod';
import { placeCodeShape } from '../catalogue/manifest-schema.ts';
import { addresses } from '../domain/addresses.ts';
import { type Place, type PlaceChain, placeLevels } from '../domain/place.ts';
import { fullPlaceName, placeLine } from '../i18n/place-names.ts';
import type { FileHead } from './file-head.ts';
import { asOfShape } from './list-json.ts';
import { rowsJson } from './rows-json.ts';

/** A place by code and name. */
export const placeShape = z.strictObject({
  code: placeCodeShape,
  level: z.enum(placeLevels),
  name: z.string().describe('With the word for its kind: ตำบลสันป่าม่วง'),
  nameEn: z.string().nullable(),
  line: z.string().describe('With the places around it: ต.สันป่าม่วง อ.เมืองพะเยา จ.พะเยา'),
  address: z.url(),
});

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

export const countedPlaceShape = z.strictObject({
  ...placeShape.shape,
  works: z.int().min(0).describe('Works of the place and of the places inside it'),
});

type CountedPlace = Place & { readonly works: number };

/** @param above the places around, smallest first */
export const tellCountedPlace = (
  place: CountedPlace,
  above: PlaceChain,
  origin: string,
): z.output<typeof countedPlaceShape> => ({
  ...tellPlaceBelow(place, above, origin),
  works: place.works,
});

/** The places inside one (or the provinces, where there is none around), with their works as of a moment. */
export type PlacesExport = FileHead & {
  /** The place around and those above it, smallest first. */
  readonly around: PlaceChain;
  readonly places: readonly CountedPlace[];
};

/** What `/places.json` holds. */
export const placesShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('This file as of then'),
  inside: placeCodeShape.nullable().describe('Null: the whole country'),
  total: z.int().min(0),
  places: z.array(countedPlaceShape).readonly(),
});

export const placesDocument = (file: PlacesExport): z.output<typeof placesShape> => ({
  asOf: file.asOf,
  address: file.address,
  inside: file.around[0]?.code ?? null,
  total: file.places.length,
  places: file.places.map((place) => tellCountedPlace(place, file.around, file.origin)),
});

/** Places as JSON, one to a line. */
export function writePlacesJson(file: PlacesExport): string {
  const { places, ...head } = placesDocument(file);
  return rowsJson(head, 'places', places);
}
