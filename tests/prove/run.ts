import '../../src/server/require-node.mjs';
import { type Member, runNamed } from '../support/run-named.ts';

const proofs: readonly Member[] = [
  {
    name: 'garbage',
    about: 'malformed requests never cause a 5xx, an exit or growing memory (--size 10000)',
    load: () => import('./garbage.ts'),
  },
];

process.exitCode = await runNamed('prove', proofs, process.argv.slice(2));
