import '../server/require-node.mjs';
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2));
