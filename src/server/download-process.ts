import './require-node.mjs';
import { join } from 'node:path';
import { openRegister } from '../../db/connection.ts';
import { buildDownload } from '../bulk/build-download.ts';
import { readSettings } from '../env.ts';
import { createFileStore } from '../files/file-store.ts';
import { lowerPriority } from '../search/lower-priority.ts';

// The process in which the files of the whole register are made, started by the server some time after a publication.
lowerPriority(process.pid);
process.once('SIGTERM', () => process.exit(143));
const settings = readSettings(process.env);
if (!settings.ok) throw new Error(settings.refusal.sentence);
const { dataDir } = settings.value;
const register = openRegister({ file: join(dataDir, 'registry.db') });
const { pathOf } = createFileStore(join(dataDir, 'files'));
await buildDownload(register, join(dataDir, 'downloads'), pathOf, new Date().toISOString()).finally(
  register.close,
);
