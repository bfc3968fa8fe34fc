import { type Command, InvalidArgumentError } from 'commander';
import { loadGazetteer } from '../../gazetteer/gazetteer.ts';
import { testEditions } from '../../generator/test-edition.ts';
import { storeGenerated } from '../../registry/store-generated.ts';
import { startProgress } from '../progress.ts';
import { withRegister } from '../register-of.ts';

const batchSize = 200;

export function addGenerate(program: Command): void {
  program
    .command('generate')
    .description('fill a test register with obvious test data, the same for the same seed')
    .requiredOption('--works <number>', 'how many works', wholeNumber)
    .option('--seed <number>', 'another seed gives other texts', wholeNumber, 1)
    .action(generate);
}

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) {
    throw new InvalidArgumentError('It must be a whole number from 1 to 1000000.');
  }
  return number;
}

async function generate({ works, seed }: { readonly works: number; readonly seed: number }): Promise<void> {
  const tambons = loadGazetteer().flatMap((place) => (place.level === 'tambon' ? [place.code] : []));
  const now = new Date().toISOString();
  await withRegister(async (register) => {
    const progress = startProgress('generating', works);
    let added = 0;
    try {
      for (let first = 1; first <= works; first += batchSize) {
        const last = Math.min(first + batchSize - 1, works);
        const serials = Array.from({ length: last - first + 1 }, (_, index) => first + index);
        const batch = serials.map((serial) => testEditions(seed, serial, tambons));
        added += await storeGenerated(register, batch, now);
        progress.report(last);
      }
    } finally {
      progress.end();
    }
    process.stdout.write(
      `Generated ${added} test works (seed ${seed}); run the command index or start the server to make them searchable.\n`,
    );
  });
}
