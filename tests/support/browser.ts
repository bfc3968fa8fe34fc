import { type Browser, chromium } from 'playwright-core';
import { installedBrowser, NoBrowser, unpackedBrowser } from './browser-program.ts';

/** Quiet, without a sandbox (tests run as root in containers), and without a word to the outside. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const LAUNCH_TIMEOUT_MS = 60_000;

/**
 * A headless Chromium with a fresh profile: the one installed on this machine (`CHROMIUM_PATH`, then the usual places),
 * otherwise the one from npm. Close it after use. Rejects with one sentence when there is none; a web test never skips.
 */
export async function launchBrowser(): Promise<Browser> {
  const program = installedBrowser(process.env) ?? (await unpackedBrowser());
  try {
    return await chromium.launch({
      executablePath: program.path,
      args: flags,
      env: { ...process.env, ...program.environment },
      timeout: LAUNCH_TIMEOUT_MS,
    });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new NoBrowser(
      `The browser at ${program.path} does not start (${reason}); set CHROMIUM_PATH to one that does.`,
    );
  }
}
