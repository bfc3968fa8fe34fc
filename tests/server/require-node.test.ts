import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { complaintAboutNode } from '../../src/server/require-node.mjs';

const guard = fileURLToPath(new URL('../../src/server/require-node.mjs', import.meta.url));

/** Makes the Node that runs the guard look like one whose Node-API version is `nodeApi`. */
const pretend = (nodeApi: string): string =>
  `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,napi:'${nodeApi}'}})`;

describe('the guard against an old Node', () => {
  test.each(['9', '8', undefined])('Node-API %s is too old', (nodeApi) => {
    expect(complaintAboutNode(nodeApi, 'v20.20.2')).toContain('npm start');
  });

  test('Node-API 10 is enough', () => {
    expect(complaintAboutNode('10', 'v22.14.0')).toBeNull();
  });

  test('a run on an old Node ends with one sentence in both languages and exit code 1', () => {
    const run = spawnSync(process.execPath, ['--import', pretend('9'), guard], { encoding: 'utf8' });
    expect(run.status).toBe(1);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain('เก่าเกินไป');
    expect(run.stderr).toContain('too old');
  });

  test('a run on this Node says nothing and goes on', () => {
    const run = spawnSync(process.execPath, [guard], { encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([0, '']);
  });

  const installed = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path));
  test.runIf(installed !== undefined)('the Node of this machine can at least parse the guard', () => {
    const run = spawnSync(installed ?? '', [guard], { encoding: 'utf8' });
    const facts = spawnSync(installed ?? '', ['-p', 'process.versions.napi'], { encoding: 'utf8' });
    expect(run.status).toBe(Number(facts.stdout) >= 10 ? 0 : 1);
    expect(run.stderr).not.toContain('SyntaxError');
  });
});
