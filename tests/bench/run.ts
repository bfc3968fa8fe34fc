import '../../src/server/require-node.mjs';
import { type Member, runNamed } from '../support/run-named.ts';

const benches: readonly Member[] = [
  {
    name: 'serve',
    about: 'an edition page beside a bare node:http server sending the same bytes',
    load: () => import('./serve.ts'),
  },
];

process.exitCode = await runNamed('bench', benches, process.argv.slice(2));
