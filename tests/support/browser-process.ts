import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium } from 'playwright-core';
import { installedBrowser, unpackedBrowser } from './browser-program.ts';
import { freePort } from './child-server.ts';

/** A browser in processes of its own, with a profile that outlives it. */
export type BrowserProcess = {
  readonly browser: Browser;
  /** SIGKILL for all of its processes at once, as when the power goes. */
  readonly kill: () => Promise<void>;
};

const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];
const patienceMs = 60_000;

/** Starts a browser on a profile folder and connects to it. */
export async function startBrowserProcess(profile: string): Promise<BrowserProcess> {
  const program = installedBrowser(process.env) ?? (await unpackedBrowser());
  const port = await freePort();
  const child = spawn(
    program.path,
    [
      ...flags,
      '--disable-background-networking',
      `--remote-debugging-port=${port}`,
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { env: { ...process.env, ...program.environment }, stdio: 'ignore', detached: true },
  );
  const browser = await connect(port, child);
  return {
    browser,
    kill: async () => {
      const exited = once(child, 'exit');
      // Detached, it leads a process group: the renderers and the storage go in the same moment.
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      await exited;
    },
  };
}

async function connect(port: number, child: ChildProcess): Promise<Browser> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 5000 });
    } catch (error) {
      if (performance.now() > deadline || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
