import type { APIRoute } from 'astro';
import { addresses } from '../../../domain/addresses.ts';
import { writePlaceCsv } from '../../../exports/place-csv.ts';
import { writePlaceJson } from '../../../exports/place-json.ts';
import { placeLine } from '../../../i18n/place-names.ts';
import { exportPlaceOn, readDay } from '../../../registry/export-place.ts';
import { rowsFile } from '../../_rows-file.ts';

/** The works of a place on a day. A date in another form leads to the plain common-era one. */
export const GET: APIRoute = (context) => {
  const { code = '', date = '', format = '' } = context.params;
  const fixed = readDay(date)?.date ?? date;
  return rowsFile(context, format, {
    read: (register, asOf) => exportPlaceOn(register, code, date, asOf),
    write: { csv: writePlaceCsv, json: writePlaceJson },
    movedTo: (extension) => (fixed === date ? null : addresses.placeFile(code, fixed, extension)),
    address: (extension, asOf) => addresses.placeFile(code, date, extension, asOf),
    name: `places-${code}-${date}`,
    title: ({ chain }) => `เอกสารของ ${placeLine(chain)} ณ ${date}`,
  });
};
