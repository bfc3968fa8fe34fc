import './require-node.mjs';
import { join } from 'node:path';
import { openRegister } from '../../db/connection.ts';
import { readSettings } from '../env.ts';
import { runIndexer } from '../search/run-indexer.ts';
import { indexSourceOf } from './index-source.ts';

// The indexer's own process, started by the server after start and after each publish.
const settings = readSettings(process.env);
if (!settings.ok) throw new Error(settings.refusal.sentence);
const { dataDir } = settings.value;
const register = openRegister({ file: join(dataDir, 'registry.db') });
process.exitCode = await runIndexer({
  dir: join(dataDir, 'search'),
  source: await indexSourceOf(register),
});
register.close();
