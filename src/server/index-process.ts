import './require-node.mjs';
import { join } from 'node:path';
import { openRegister } from '../../db/connection.ts';
import { readSettings } from '../env.ts';
import { countCommitments } from '../registry/count-commitments.ts';
import { fillSearch } from '../registry/fill-search.ts';
import { fillTopicWords } from '../registry/fill-topic-words.ts';
import { fillWordings } from '../registry/fill-wordings.ts';
import { renewFacets } from '../registry/rebuild-facets.ts';
import { runIndexer } from '../search/run-indexer.ts';
import { indexSourceOf } from './index-source.ts';

// The indexer's own process, started by the server after start and after each publish. It first lists works by the rule of
// this program, where another one listed them, and makes searchable what is not yet: all editions, when a register meets its first version with search in it. The same with commitments, with
// the wordings by which similar clauses are found, and with the words of topics, also when some of these have changed.
const settings = readSettings(process.env);
if (!settings.ok) throw new Error(settings.refusal.sentence);
const { dataDir } = settings.value;
const register = openRegister({ file: join(dataDir, 'registry.db') });
await renewFacets(register);
await countCommitments(register, new Date().toISOString());
await fillSearch(register, false);
await fillWordings(register, false);
await fillTopicWords(register, false);
process.exitCode = await runIndexer({
  dir: join(dataDir, 'search'),
  source: indexSourceOf(register, new Date().toISOString()),
});
register.close();
