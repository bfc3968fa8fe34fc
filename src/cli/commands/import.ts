import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { readAttachedFiles } from '../../archive/attached-files.ts';
import type { ArchiveProblem } from '../../archive/problem.ts';
import { readArchive } from '../../archive/read-archive.ts';
import { importArchive } from '../../registry/import-archive.ts';
import { keepFiles } from '../../registry/keep-files.ts';
import { problemSentence } from '../problem-sentence.ts';
import { startProgress } from '../progress.ts';
import { CommandRefused } from '../refusal.ts';
import { ownFileStore, withRegister } from '../register-of.ts';

export function addImport(program: Command): void {
  program
    .command('import')
    .description(
      'import an archive folder ({type}/{slug}/{n}.md): all of it, or nothing when anything is wrong',
    )
    .argument('<dir>', 'the archive folder')
    .action(importFolder);
}

async function importFolder(folder: string): Promise<void> {
  const isFolder = await stat(folder).then(
    (entry) => entry.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new CommandRefused(`There is no folder ${folder}; nothing was imported.`);
  const archive = await readArchive(folder);
  if (!archive.ok) throw refusal(archive.problems);
  const listed = [...archive.value.works, ...archive.value.organisations, ...(archive.value.networks ?? [])];
  if (listed.length === 0) {
    throw new CommandRefused(`${folder} holds no {type}/{slug}/{n}.md files; nothing was imported.`);
  }
  const files = await readAttachedFiles(folder, archive.value);
  if (!files.ok) throw refusal(files.problems);
  const kept = await keepFiles(ownFileStore(), files.value);
  const progress = startProgress('importing', archive.value.works.length);
  const outcome = await withRegister((register) =>
    importArchive(register, archive.value, new Date().toISOString(), progress.report, kept),
  ).finally(progress.end);
  if (!outcome.ok) throw refusal(outcome.problems);
  const { works, editions, unchanged, organisations, networks, submissions, assessments } = outcome.report;
  process.stdout.write(
    `Imported ${works} new works, ${editions} editions, ${organisations} organisations, ${networks} networks, ${submissions} submissions, ${assessments} assessments; ${unchanged} editions were there already.\n`,
  );
}

const refusal = (problems: readonly ArchiveProblem[]): CommandRefused =>
  new CommandRefused(`${problems.map(problemSentence).join('\n')}\nNothing was imported.`);
