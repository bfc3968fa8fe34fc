import type { Command } from 'commander';
import { addBackup } from './backup.ts';
import { addDownload } from './download.ts';
import { addExport } from './export.ts';
import { addGenerate } from './generate.ts';
import { addImport } from './import.ts';
import { addIndex } from './index-search.ts';
import { addRestore } from './restore.ts';
import { addTidy } from './tidy.ts';
import { addUser } from './user.ts';
import { addVerify } from './verify.ts';

/** Every command of the registrar, in the order of the help. */
export const commands: readonly ((program: Command) => void)[] = [
  addImport,
  addExport,
  addDownload,
  addTidy,
  addUser,
  addIndex,
  addVerify,
  addBackup,
  addRestore,
  addGenerate,
];
