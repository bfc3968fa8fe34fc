import { expect, test } from 'vitest';
import shapesFile from '../../content/vocabularies/province-shapes.json' with { type: 'json' };
import { loadGazetteer } from '../../src/gazetteer/gazetteer.ts';

const provinces = loadGazetteer().filter(({ level }) => level === 'province');
const shapes: Readonly<Record<string, { readonly name: string; readonly path: string }>> = shapesFile.shapes;

test('the map has an outline for each of the 77 provinces and for nothing else', () => {
  expect(Object.keys(shapes).sort()).toEqual(provinces.map(({ code }) => code).sort());
  for (const { path } of Object.values(shapes)) expect(path).toMatch(/^(?:M\d+ \d+l[-\d ]+z)+$/);
});

test('the map and the gazetteer call the provinces by the same English names, with one exception', () => {
  const others = provinces.flatMap(({ code, nameEn }) =>
    shapes[code]?.name === nameEn ? [] : [`${shapes[code]?.name}: ${nameEn}`],
  );
  expect(others).toEqual(['Buriram: Buri Ram']);
});
