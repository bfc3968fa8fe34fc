import { z } from 'zod';
import { namedPlace, rowOf, shortfall } from './list-export.ts';
import { asOfShape, listRowShape, namedPlaceShape } from './list-json.ts';
import { type PlaceExport, placeTies } from './place-export.ts';
import { rowsJsonInTurns } from './rows-json.ts';

const workShape = z.strictObject({ tie: z.enum(placeTies), ...listRowShape.shape });

/** What `/places/{code}.json` and `/places/{code}/@{date}.json` hold. */
export const placeWorksShape = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('This file as of then'),
  place: namedPlaceShape,
  day: z.iso.date().describe('The day of the standings'),
  total: z.int().min(0),
  note: z.string().optional().describe('There when the file does not hold all works'),
  works: z.array(workShape).readonly(),
});

/** The works of a place as JSON, one to a line. */
export function writePlaceJson(file: PlaceExport): Promise<string> {
  const { asOf, address, chain, day, total } = file;
  const note = shortfall(file);
  const head: Omit<z.output<typeof placeWorksShape>, 'works'> = {
    asOf,
    address,
    place: namedPlace(chain),
    day,
    total,
    ...(note !== null && { note }),
  };
  return rowsJsonInTurns(head, 'works', workRows(file));
}

function* workRows({ works, origin }: PlaceExport): Iterable<z.output<typeof workShape>> {
  for (const work of works) yield { tie: work.tie, ...rowOf(work, origin) };
}
