import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Register } from '../../db/connection.ts';
import { askAstro, type PageHandler } from '../../src/server/ask-astro.ts';
import { cpuOf } from '../support/cpu-of.ts';

const builtSite = new URL('../../dist/server/entry.mjs', import.meta.url);

const WARM_UP = 5;

export type Asked = { readonly status: number; readonly body: Buffer };
export type Ask = (address: string) => Promise<Asked>;

/** The register of DATA_DIR. @throws with what to do when there is none */
export function benchedRegister(howToMake: string): string {
  const file = join(process.env['DATA_DIR'] ?? './data', 'registry.db');
  if (!existsSync(file)) throw new Error(`${file} is not there; make one with: ${howToMake}`);
  return file;
}

/** Asks the built pages themselves: no front door, so nothing is kept between requests. */
export async function askerOf(register: Register): Promise<Ask> {
  const handler = await builtHandler();
  const now = new Date().toISOString();
  const origin = 'http://localhost:4321';
  const locals = { register, origin, now, session: null, clientAddress: '127.0.0.1', requestId: 'bench' };
  return (address) =>
    askAstro(handler, { method: 'GET', address, headers: { host: 'localhost:4321' }, body: null }, locals);
}

async function builtHandler(): Promise<PageHandler> {
  if (!existsSync(builtSite)) throw new Error('The site is not built: run `npm run build` first.');
  process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
  const built: { readonly handler: PageHandler } = await import(builtSite.href);
  return built.handler;
}

/** Milliseconds of this process's CPU, after a few requests that warm up: on average, and for each request. */
export async function measurePage(ask: Ask, address: string, requests: number) {
  for (let round = 0; round < WARM_UP; round += 1) await ask(address);
  const each: number[] = [];
  let answer: Asked = { status: 0, body: Buffer.alloc(0) };
  for (let round = 0; round < requests; round += 1) {
    const { value, cpu } = await cpuOf(() => ask(address));
    answer = value;
    each.push(cpu);
  }
  const cpu = each.reduce((sum, one) => sum + one, 0) / requests;
  return { cpu, each, bytes: answer.body.length, status: answer.status };
}
