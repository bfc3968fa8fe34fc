import { type Command, InvalidArgumentError } from 'commander';
import { loadGazetteer } from '../../gazetteer/gazetteer.ts';
import { randomFrom } from '../../generator/random.ts';
import { spreadEditions } from '../../generator/spread-works.ts';
import { withPromises } from '../../generator/test-agreement.ts';
import { testDeeds } from '../../generator/test-deeds.ts';
import { testEditions, testWorkName } from '../../generator/test-edition.ts';
import { testNetworks } from '../../generator/test-networks.ts';
import { testOrganisations } from '../../generator/test-organisations.ts';
import {
  type GeneratedWork,
  storeGenerated,
  storeGeneratedNetworks,
  storeGeneratedOrganisations,
} from '../../registry/store-generated.ts';
import { startProgress } from '../progress.ts';
import { withRegister } from '../register-of.ts';

const batchSize = 200;

export function addGenerate(program: Command): void {
  program
    .command('generate')
    .description('fill a test register with obvious test data, the same for the same seed')
    .requiredOption('--works <number>', 'how many works', wholeNumber)
    .option('--seed <number>', 'another seed gives other texts', wholeNumber, 1)
    .option('--agreements', 'with parties, commitments, evidence, networks and successions of agreements')
    .option('--spread', 'with clauses that later works copied or adapted from earlier ones')
    .action(generate);
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000000.');
  }
  return number;
}

type Wanted = {
  readonly works: number;
  readonly seed: number;
  readonly agreements?: boolean;
  readonly spread?: boolean;
};

async function generate(wanted: Wanted): Promise<void> {
  const { works, seed } = wanted;
  const tambons = loadGazetteer().flatMap((place) => (place.level === 'tambon' ? [place.code] : []));
  const now = new Date().toISOString();
  await withRegister(async (register) => {
    if (wanted.agreements) await storeGeneratedOrganisations(register, testOrganisations(works, tambons));
    const progress = startProgress('generating', works);
    let added = 0;
    try {
      for (let first = 1; first <= works; first += batchSize) {
        const last = Math.min(first + batchSize - 1, works);
        const serials = Array.from({ length: last - first + 1 }, (_, index) => first + index);
        const batch = serials.map((serial) => generated(wanted, serial, tambons));
        added += await storeGenerated(register, batch, now);
        progress.report(last);
      }
    } finally {
      progress.end();
    }
    if (wanted.agreements) await storeGeneratedNetworks(register, testNetworks(works, agreementsOf(works)));
    process.stdout.write(
      `Generated ${added} test works (seed ${seed}); run the command index or start the server to make them searchable.\n`,
    );
  });
}

/** Every tenth work is an agreement, so that is its index among them. */
const indexOf = (serial: number): number => Math.floor(serial / 10);

function generated(
  { works, seed, agreements, spread }: Wanted,
  serial: number,
  tambons: readonly string[],
): GeneratedWork {
  const work = (spread ? spreadEditions : testEditions)(seed, serial, tambons);
  if (!agreements || work.name.type !== 'agreements') return work;
  const [index, numbers] = [indexOf(serial), seed * 1_000_003 + serial];
  return {
    name: work.name,
    editions: work.editions.map((edition) => withPromises(edition, index, works, randomFrom(numbers))),
    deeds: testDeeds(index, works, tambons, randomFrom(numbers + 1)),
  };
}

/** Slugs of the generated agreements, by index. */
const agreementsOf = (works: number): readonly string[] =>
  Array.from({ length: works }, (_, index) => testWorkName(index + 1))
    .filter(({ type }) => type === 'agreements')
    .map(({ slug }) => slug);
