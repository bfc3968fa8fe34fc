import shapesFile from '../../../content/vocabularies/province-shapes.json' with { type: 'json' };
import type { ProvinceMap } from '../../components/province-shades.ts';

const shapes: Readonly<Record<string, { readonly path: string }>> = shapesFile.shapes;

/** The map of the provinces; one without an outline stays in the list beside it. */
export const provinceMap = (
  provinces: readonly ProvinceMap['provinces'][number]['place'][],
): ProvinceMap => ({
  viewBox: shapesFile.viewBox,
  provinces: provinces.flatMap((place) => {
    const path = shapes[place.code]?.path;
    return path === undefined ? [] : [{ place, path }];
  }),
});
