import type { APIRoute } from 'astro';
import { addresses } from '../../domain/addresses.ts';
import { writePlaceCsv } from '../../exports/place-csv.ts';
import { writePlaceJson } from '../../exports/place-json.ts';
import { placeLine } from '../../i18n/place-names.ts';
import { exportPlace } from '../../registry/export-place.ts';
import { rowsFile } from '../_rows-file.ts';

/** The works of a place, those that may be of it, and those of the places above. */
export const GET: APIRoute = (context) => {
  const { code = '', format = '' } = context.params;
  return rowsFile(context, format, {
    read: (register, asOf) => exportPlace(register, code, asOf),
    write: { csv: writePlaceCsv, json: writePlaceJson },
    address: (extension, asOf) => addresses.placeFile(code, null, extension, asOf),
    name: `places-${code}`,
    title: ({ chain }) => `เอกสารของ ${placeLine(chain)}`,
  });
};
