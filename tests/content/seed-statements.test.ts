import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Archive, readArchive } from '../../src/archive/read-archive.ts';
import { schemesSchema } from '../../src/catalogue/vocabulary.ts';
import { countsOfSeeds, seedStatements } from './seed-statements.ts';

const parse = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
let records: ReadonlyMap<string, unknown>;
let archive: Archive;

beforeAll(async () => {
  const read = await readArchive('content/archive');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  archive = read.value;
  records = new Map<string, unknown>([
    ...archive.works.map(
      ({ name, editions }) => [`${name.type}/${name.slug}`, editions.at(-1)?.manifest] as const,
    ),
    ...archive.organisations.map((one) => [`organisations/${one.slug}`, one] as const),
    ...(archive.networks ?? []).map((one) => [`networks/${one.slug}`, one] as const),
    ...schemesSchema
      .parse(parse('content/vocabularies/schemes.json'))
      .map((one) => [`schemes/${one.slug}`, one] as const),
    ['pages/programme', { text: readFileSync('content/pages/programme.md', 'utf8') }],
    ['glossary', parse('content/glossary.json')],
  ]);
});

/** What stands at a dotted path with `[key=value]`; undefined where nothing does. */
function at(record: unknown, path: string): unknown {
  const steps = [...path.matchAll(/\[([^=\]]+)=((?:[^[\]]|\[[^\]]*\])*)\]|([^.[\]]+)/g)];
  return steps.reduce<unknown>((value, [, key, wanted, name = '']) => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (key === undefined) return Reflect.get(value, name);
    return Array.isArray(value)
      ? value.find((one: unknown) => String(Reflect.get(Object(one), key)) === wanted)
      : undefined;
  }, record);
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value)) ?? '';
const isHeld = (value: unknown, holds: (typeof seedStatements)[number]['holds']): boolean => {
  if (holds instanceof RegExp) return holds.test(written(value).replaceAll('\n', ' '));
  return value === holds || (typeof value === 'object' && value !== null && written(value) === holds);
};

describe('every statement of the seeds stands in the register', () => {
  test.each(['S0', 'S1', 'S2', 'S3', 'S4'] as const)('%s', (seed) => {
    const own = seedStatements.filter((one) => one.seed === seed);
    expect(own.length).toBeGreaterThan(9);
    const missing = own.flatMap(({ says, record, path, holds }) => {
      const value = at(records.get(record), path);
      return isHeld(value, holds)
        ? []
        : [`${says}: ${record} ${path} is ${written(value).slice(0, 120)}, not ${String(holds)}`];
    });
    expect(missing).toEqual([]);
  });

  test('and every count as a claim or a commitment, in its own words', () => {
    const missing = countsOfSeeds.filter(([name, value, textAsWritten]) => {
      const record = records.get(name);
      const counted = [at(record, 'claims'), at(record, 'commitments')].flat();
      return !counted.some((one) => at(one, 'value') === value && at(one, 'textAsWritten') === textAsWritten);
    });
    expect(missing).toEqual([]);
  });

  test('and a statement that does not stand there is noticed', () => {
    const agreement = records.get('agreements/northeast-54-lao-2560');
    expect(isHeld(at(agreement, 'claims[property=parties].value'), 53)).toBe(false);
    expect(isHeld(at(agreement, 'claims[property=nothing].value'), null)).toBe(false);
    expect(isHeld(at(agreement, 'facts.venue.value'), /กรุงเทพ/)).toBe(false);
  });
});

describe('the networks of the archive', () => {
  test('speak only of lists that the vocabularies have, and name a source for every claim and member', () => {
    const networks = archive.networks ?? [];
    expect(networks.length).toBeGreaterThan(5);
    const unknown = networks.flatMap(({ schemes }) =>
      schemes.filter((slug) => !records.has(`schemes/${slug}`)),
    );
    expect(unknown).toEqual([]);
    const bare = networks.flatMap((network) =>
      (['members', 'claims', 'events', 'groups', 'dataSystems'] as const).flatMap((part) =>
        network[part].flatMap((one, index) =>
          one.sources.length === 0 ? [`${network.slug} ${part}.${index}`] : [],
        ),
      ),
    );
    expect(bare).toEqual([]);
  });

  test('take nothing over from the page around a news text', () => {
    const text = readFileSync('content/archive/networks.yaml', 'utf8');
    expect(/โหวต|QR ?Code|Shares|แฟ้มภาพ/i.exec(text)).toBeNull();
  });
});
