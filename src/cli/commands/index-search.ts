import { join } from 'node:path';
import type { Command } from 'commander';
import { countCommitments } from '../../registry/count-commitments.ts';
import { countUnfindable, fillSearch } from '../../registry/fill-search.ts';
import { countUnreadForTopics, fillTopicWords } from '../../registry/fill-topic-words.ts';
import { countWithoutWordings, fillWordings } from '../../registry/fill-wordings.ts';
import { readHealth } from '../../registry/read-health.ts';
import { rebuildFacets } from '../../registry/rebuild-facets.ts';
import { updateIndex } from '../../search/update-index.ts';
import { indexSourceOf } from '../../server/index-source.ts';
import { startProgress } from '../progress.ts';
import { settings, withRegister } from '../register-of.ts';

export function addIndex(program: Command): void {
  program
    .command('index')
    .description('bring the search index up to the register')
    .option('--full', 'build all of it anew, and what lists are narrowed by')
    .action(index);
}

async function index(options: { readonly full?: boolean }): Promise<void> {
  await withRegister(async (register) => {
    if (options.full === true) await rebuildFacets(register);
    await countCommitments(register, new Date().toISOString());
    const { editions } = await readHealth(register);
    const isFull = options.full === true;
    const filling = startProgress('cutting into tokens', isFull ? editions : countUnfindable(register));
    await fillSearch(register, isFull, (done) => filling.report(done)).finally(filling.end);
    const wording = startProgress('reading wordings', isFull ? editions : countWithoutWordings(register));
    await fillWordings(register, isFull, (done) => wording.report(done)).finally(wording.end);
    const topics = startProgress('reading topics', isFull ? editions : countUnreadForTopics(register));
    await fillTopicWords(register, isFull, (done) => topics.report(done)).finally(topics.end);
    const progress = startProgress('indexing', editions);
    const update = await updateIndex({
      dir: join(settings().dataDir, 'search'),
      source: indexSourceOf(register, new Date().toISOString()),
      isFull,
      onProgress: (done) => progress.report(done),
    }).finally(progress.end);
    const seconds = (update.milliseconds / 1000).toFixed(1);
    process.stdout.write(
      `Search generation ${update.manifest.generation} (${update.kind}) in ${seconds} s.\n`,
    );
  });
}
