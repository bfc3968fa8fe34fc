import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { filesOfNetworks, filesOfOrganisations, filesOfWork } from '../../archive/archive-files.ts';
import { readArchive } from '../../archive/read-archive.ts';
import { problemSentence } from '../problem-sentence.ts';
import { CommandRefused } from '../refusal.ts';

export function addTidy(program: Command): void {
  program
    .command('tidy')
    .description('rewrite the files of an archive folder in the one form that export writes')
    .argument('<dir>', 'the archive folder')
    .action(tidy);
}

async function tidy(folder: string): Promise<void> {
  const archive = await readArchive(folder);
  if (!archive.ok) {
    const sentences = archive.problems.map(problemSentence).join('\n');
    throw new CommandRefused(`${sentences}\nNothing was rewritten.`);
  }
  const { works, organisations, networks = [] } = archive.value;
  const files = [
    ...filesOfOrganisations(organisations),
    ...filesOfNetworks(networks),
    ...works.flatMap((work) => filesOfWork(work.name, work.about, work.editions, work.deeds ?? null)),
  ];
  let changed = 0;
  for (const file of files) {
    const path = join(folder, file.path);
    if ((await readFile(path, 'utf8')) === file.text) continue;
    await writeFile(path, file.text);
    changed += 1;
  }
  process.stdout.write(`${files.length} files, ${changed} rewritten.\n`);
}
