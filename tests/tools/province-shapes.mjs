/*
 * Makes content/vocabularies/province-shapes.json from the map of Thailand of @svg-maps/thailand 2.0.0 (MapSVG,
 * CC BY 4.0): joined to province codes by English names, corners put on a grid of `GRID` units, and islands
 * that become a point left out. Neighbours share corners, so that a border stays one border.
 *
 *   node tests/tools/province-shapes.mjs <index.js of the package>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const GRID = 1.6;
/** Names of the map that the gazetteer writes otherwise. */
const otherNames = { Buriram: 'Buri Ram' };
/** Songkhla Lake is a shape of the map and no province. */
const notProvinces = ['lksg'];

const { default: map } = await import(pathToFileURL(resolve(process.argv[2])).href);
const { names } = JSON.parse(readFileSync('content/vocabularies/place-names-en.json', 'utf8'));
const codes = new Map(
  Object.entries(names).flatMap(([code, name]) => (code.length === 2 ? [[name, code]] : [])),
);

const onGrid = (value) => Math.round(value / GRID);

/** The rings of a path of relative `m` and `z`, as corners on the grid. */
function ringsOf(path) {
  let [x, y] = [0, 0];
  return path
    .split(/z/i)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const numbers = part
        .replace(/^m/i, '')
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      const corners = [];
      let start = null;
      for (let index = 0; index < numbers.length; index += 2) {
        x += numbers[index];
        y += numbers[index + 1];
        start ??= [x, y];
        corners.push([onGrid(x), onGrid(y)]);
      }
      [x, y] = start;
      return withoutNeedless(corners);
    })
    .filter((ring) => ring.length > 2);
}

/** Leaves out corners that repeat the one before, and those in the middle of a straight line. */
function withoutNeedless(corners) {
  const apart = corners.filter(([x, y], index) => {
    const [px, py] = corners.at(index - 1);
    return x !== px || y !== py;
  });
  return apart.filter(([x, y], index) => {
    const [[px, py], [nx, ny]] = [apart.at(index - 1), apart[(index + 1) % apart.length]];
    return (x - px) * (ny - y) !== (nx - x) * (y - py) || (x - px) * (nx - x) < 0 || (y - py) * (ny - y) < 0;
  });
}

const pathOf = (ring) => {
  let [x, y] = ring[0];
  const steps = ring.slice(1).map(([nx, ny]) => {
    const step = `${nx - x}${ny - y < 0 ? '' : ' '}${ny - y}`;
    [x, y] = [nx, ny];
    return step;
  });
  return `M${ring[0].join(' ')}l${steps.join(' ').replaceAll(' -', '-')}z`;
};

const provinces = map.locations.filter(({ id }) => !notProvinces.includes(id));
const shapes = Object.fromEntries(
  provinces
    .map(({ name, path }) => {
      const code = codes.get(otherNames[name] ?? name);
      if (code === undefined) throw new Error(`no province is called ${name}`);
      return [code, { name, path: ringsOf(path).map(pathOf).join('') }];
    })
    .sort(([a], [b]) => a.localeCompare(b)),
);
const [, , width, height] = map.viewBox.split(' ').map(Number);
const file = {
  source: 'MapSVG, @svg-maps/thailand 2.0.0, simplified',
  license: 'CC-BY-4.0',
  viewBox: `0 0 ${Math.ceil(width / GRID)} ${Math.ceil(height / GRID)}`,
  shapes,
};
writeFileSync('content/vocabularies/province-shapes.json', `${JSON.stringify(file, null, 2)}\n`);
