import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserContext, Page } from 'playwright-core';
import { type BrowserProcess, startBrowserProcess } from '../support/browser-process.ts';
import type { ChildServer } from '../support/child-server.ts';
import {
  aTypingFolder,
  serveTyping,
  signIn,
  storedDraft,
  type TypingFolder,
} from '../support/typing-site.ts';

export type LostTypingOptions = {
  readonly kills: number;
  /** False takes saving by itself and the copy in the browser away: the control that must lose. */
  readonly isKept: boolean;
  /** So many people type and are killed at the same time, each with a browser, a server and a register of their own. */
  readonly sideBySide?: number;
  readonly onKill?: (done: number) => void;
};

export type LostTypingReport = {
  readonly kills: Readonly<Record<Kill, number>>;
  /** Words typed, and how many of them came back by being offered. */
  readonly typed: number;
  readonly offered: number;
  /** For each kill that lost something: how long before it the oldest lost word was typed, in milliseconds. */
  readonly lostMs: readonly number[];
  /** Words lost although nothing was killed that held them. */
  readonly lostInPage: number;
};

/** `both`: the browser, while the server is down. */
const killsOf = ['browser', 'server', 'network', 'both'] as const;
type Kill = (typeof killsOf)[number];

type Word = { readonly text: string; readonly at: number };

type World = {
  readonly site: TypingFolder;
  readonly profile: string;
  readonly port: number;
  readonly isKept: boolean;
  /** A killed browser may have forgotten a cookie that it had not written yet; that is no loss of text. */
  readonly cookies: Cookies;
  server: ChildServer;
  process: BrowserProcess;
  page: Page;
};

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

const body = '#field-body';
const address = ({ port, site }: World): string => `http://localhost:${port}${site.path}`;
const random = (from: number, until: number): number => from + Math.random() * (until - from);
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Somebody types in a real browser, without a pause. At a random moment the browser, the server or the line is killed,
 * or the browser while the server is down. Then everything is started again, what is offered is taken, and the words on
 * the server are compared with those that were typed.
 */
export async function loseTyping({
  kills,
  isKept,
  sideBySide = 1,
  onKill,
}: LostTypingOptions): Promise<LostTypingReport> {
  const worlds: World[] = [];
  const counts: Record<Kill, number> = { browser: 0, server: 0, network: 0, both: 0 };
  const lostMs: number[] = [];
  let [typed, offered, lostInPage] = [0, 0, 0];
  let [next, done] = [0, 0];
  const goOn = async (world: World): Promise<void> => {
    for (let round = next++; round < kills; round = next++) {
      const kill = (isKept ? killsOf[round % killsOf.length] : 'browser') ?? 'browser';
      counts[kill] += 1;
      const { words, killedAt } = await typeUntilKilled(world, round, kill);
      offered += await comeBack(world, kill);
      const stored = new Set((await storedDraft(world.site)).content.body.split(' '));
      const lost = words.filter(({ text }) => !stored.has(text));
      typed += words.length;
      if (lost.length > 0 && (kill === 'browser' || kill === 'both')) {
        lostMs.push(Math.max(...lost.map(({ at }) => killedAt - at)));
      } else lostInPage += lost.length;
      done += 1;
      onKill?.(done);
    }
  };
  try {
    for (let world = 0; world < sideBySide; world += 1) worlds.push(await aWorld(isKept));
    await Promise.all(worlds.map(goOn));
  } finally {
    for (const world of worlds) {
      await world.process.kill().catch(() => undefined);
      await world.server.stop();
      world.site.remove();
      rmSync(world.profile, { recursive: true, force: true });
    }
  }
  return { kills: counts, typed, offered, lostMs, lostInPage };
}

async function aWorld(isKept: boolean): Promise<World> {
  const site = await aTypingFolder();
  const port = await lastingPort();
  const server = await serveTyping(site, port);
  const profile = mkdtempSync(join(tmpdir(), 'tammanoon-profile-'));
  const process = await startBrowserProcess(profile);
  const [context] = process.browser.contexts();
  if (!context) throw new Error('the browser has no context');
  await signIn(context, server.origin, 'typist');
  const cookies = await context.cookies();
  const page = await context.newPage();
  const world: World = { site, profile, port, isKept, cookies, server, process, page };
  await openDraftPage(world);
  return world;
}

/**
 * A port below those that the system gives out by itself: while the server is down nobody is given it. The page must come
 * back under the same origin, because what the browser keeps belongs to it.
 */
async function lastingPort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(Math.floor(random(20_000, 30_000)), '127.0.0.1');
    const isOpen = await Promise.race([
      once(server, 'listening').then(() => true),
      once(server, 'error').then(() => false),
    ]);
    if (!isOpen) continue;
    const address = server.address();
    server.close();
    await once(server, 'close');
    if (typeof address === 'object' && address !== null) return address.port;
  }
}

async function openDraftPage(world: World): Promise<void> {
  const { page, isKept } = world;
  if (!isKept) {
    await page.addInitScript(() => {
      const define = customElements.define.bind(customElements);
      customElements.define = (name, ...rest) => {
        if (name !== 'draft-keeper') define(name, ...rest);
      };
    });
  }
  await page.goto(address(world));
  if (isKept) await page.waitForSelector('draft-keeper[data-ready]', { state: 'attached', timeout: 60_000 });
}

/** Types words of their own until the kill, and after it when only the server or the line is gone. */
async function typeUntilKilled(world: World, round: number, kill: Kill) {
  const { page } = world;
  const words: Word[] = [];
  await page.fill(body, `รอบ ${round}`);
  await page.focus(body);
  await page.keyboard.press('Control+End');
  const killAt = performance.now() + random(200, 5000);
  const serverAt = kill === 'both' ? killAt - random(0, 1500) : killAt;
  const until = kill === 'server' || kill === 'network' ? killAt + random(0, 2500) : killAt;
  let isDown = false;
  for (let count = 0; performance.now() < until; count += 1) {
    if (kill !== 'browser' && !isDown && performance.now() >= serverAt) {
      isDown = true;
      if (kill === 'network') await page.context().setOffline(true);
      else process.kill(world.server.pid, 'SIGKILL');
    }
    const text = `${round}.${count}`;
    await page.keyboard.insertText(` ${text}`);
    words.push({ text, at: performance.now() });
    await pause(random(10, 120));
  }
  const killedAt = performance.now();
  if (kill === 'browser' || kill === 'both') await world.process.kill();
  if (kill === 'both' && !isDown) process.kill(world.server.pid, 'SIGKILL');
  return { words, killedAt };
}

/** Starts again what was killed, takes what is offered, and waits until the server has what the page has. */
async function comeBack(world: World, kill: Kill): Promise<number> {
  if (kill === 'network') await world.page.context().setOffline(false);
  if (kill === 'server' || kill === 'both') {
    // Only when the killed one is really gone is its port free again.
    await world.server.stop();
    world.server = await serveTyping(world.site, world.port);
  }
  let offered = 0;
  if (kill === 'browser' || kill === 'both') {
    world.process = await startBrowserProcess(world.profile);
    const [context] = world.process.browser.contexts();
    if (!context) throw new Error('the browser has no context');
    await context.addCookies(world.cookies);
    world.page = await context.newPage();
    await openDraftPage(world);
    const offers = world.page.locator('.draft-keeper__found');
    offered = await offers.count();
    if (offered > 0) await offers.first().getByRole('button', { name: 'ใช้ข้อความนี้' }).click();
    if (offered === 0) return 0;
  }
  if (world.isKept) await untilStored(world);
  return offered;
}

const patienceMs = 90_000;
const betweenLooksMs = 150;

/** Waits until the register holds what stands in the page. It may be read while the server has it open. */
async function untilStored({ page, site }: World): Promise<void> {
  const typed = (await page.inputValue(body)).trimEnd();
  const deadline = performance.now() + patienceMs;
  while ((await storedDraft(site)).content.body !== typed) {
    if (performance.now() > deadline)
      throw new Error(`the text is not saved: ${await page.locator('draft-keeper').innerText()}`);
    await pause(betweenLooksMs);
  }
}

/** `npm run prove -- lost-typing [--size kills] [--side-by-side people]`, then its control. */
export default async function proveLostTyping(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      size: { type: 'string', default: '500' },
      'side-by-side': { type: 'string', default: '3' },
    },
  });
  const kills = Number(values.size);
  const sideBySide = Number(values['side-by-side']);
  const began = performance.now();
  const onKill = (done: number) =>
    done % 20 === 0 &&
    console.log(`${done} of ${kills} kills, ${((performance.now() - began) / 1000).toFixed(0)} s`);
  const kept = await loseTyping({ kills, isKept: true, sideBySide, onKill });
  const longest = Math.max(0, ...kept.lostMs);
  console.log(
    `${kills} kills (${Object.entries(kept.kills).map(([kill, count]) => `${kill} ${count}`)}), ` +
      `${kept.typed} words typed, ${kept.offered} times text was offered again; ` +
      `${kept.lostMs.length} kills lost words, the oldest typed ${longest.toFixed(0)} ms before; ` +
      `${kept.lostInPage} words lost in a page that lived on`,
  );
  const control = await loseTyping({ kills: 3, isKept: false });
  const lostByControl = Math.max(0, ...control.lostMs);
  console.log(
    `control without saving and copy: the oldest lost word was typed ${lostByControl.toFixed(0)} ms before`,
  );
  const isKept = longest <= 2000 && kept.lostInPage === 0 && kept.typed > 0;
  const hasTeeth = control.lostMs.length > 0;
  console.log(isKept && hasTeeth ? 'The promise held.' : 'The promise did not hold.');
  return isKept && hasTeeth ? 0 : 1;
}
