import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { anEmptyFolder, startBuiltServer } from '../web/built-server.ts';

/** A slow phone on a slow line: 400 kbit/s, 400 ms, a quarter of this machine's speed. */
const LINE = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
const SLOWER = 4;
/** Shifts are counted until this long after the page has loaded. */
const SETTLE_MS = 500;

type PageKind = {
  readonly name: string;
  readonly address: string;
  /** What a page may cost that is no edition and comes with a script: for names while typing, or for search. */
  readonly allowed?: { readonly bytes: number; readonly requests: number };
};

const withNames = { bytes: 51_200, requests: 8 } as const;

/** One page of each kind that a reader meets. */
const pageKinds: readonly PageKind[] = [
  { name: 'front page', address: '/', allowed: withNames },
  { name: 'list', address: '/charters', allowed: withNames },
  { name: 'edition', address: '/charters/san-pa-muang-health' },
  { name: 'long edition', address: '/charters/model-tambon-charter' },
  { name: 'plan', address: '/plans/model-resilience-plan' },
  { name: 'editions', address: '/charters/model-tambon-charter/editions' },
  { name: 'place', address: '/places/90', allowed: withNames },
  { name: 'search', address: '/search', allowed: { bytes: 76_800, requests: 12 } },
];

/** What opening a page for the first time costs and how it behaves. Times in milliseconds from the click. */
export type ColdOpening = {
  /** Bytes over the wire, headers included. */
  readonly bytes: number;
  readonly requests: number;
  /** Cumulative layout shift, as web-vitals counts it without windows: never less. */
  readonly shift: number;
  /** First contentful paint: there is text to read. */
  readonly textAt: number;
  /** The text stands in its own face and everything has come. */
  readonly loadedAt: number;
};

/** The promises of the register for an edition page. */
export const promised = { bytes: 51_200, requests: 6, shift: 0.02, textAt: 3000 } as const;

/** Opens an address in a fresh profile on the slow line and the slow machine. */
export async function openCold(browser: Browser, address: string): Promise<ColdOpening> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    let bytes = 0;
    let requests = 0;
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
      requests += 1;
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.waitForTimeout(SETTLE_MS);
    return { bytes, requests, ...(await readTimes(page)) };
  } finally {
    await context.close();
  }
}

const readTimes = (page: Page): Promise<Pick<ColdOpening, 'shift' | 'textAt' | 'loadedAt'>> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    const entries = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
        observer.observe({ type, buffered: true });
        setTimeout(() => resolve([]), 200);
      });
    const shifts = await entries('layout-shift');
    const paints = performance.getEntriesByName('first-contentful-paint');
    const ends = performance.getEntriesByType('resource').map((entry) => entry.startTime + entry.duration);
    const shiftOf = (entry: PerformanceEntry): number =>
      'value' in entry && typeof entry.value === 'number' ? entry.value : 0;
    return {
      shift: shifts.reduce((sum, entry) => sum + shiftOf(entry), 0),
      textAt: paints[0]?.startTime ?? Number.NaN,
      loadedAt: Math.max(...ends),
    };
  });

/** Prints what eight kinds of page cost a reader who opens them first. Exit code 1 when a promise is broken. */
export default async function reading(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { rounds: { type: 'string', default: '3' } } });
  const server = await startBuiltServer(anEmptyFolder());
  const browser = await launchBrowser();
  let broken = 0;
  try {
    console.log('page            bytes   requests  shift    text at   all there');
    for (const { name, address, allowed } of pageKinds) {
      await (await fetch(server.origin + address)).arrayBuffer();
      const rounds: ColdOpening[] = [];
      for (let round = 0; round < Number(values.rounds); round += 1)
        rounds.push(await openCold(browser, server.origin + address));
      const worst = worstOf(rounds);
      const isKept = keepsPromise(worst, { ...promised, ...allowed });
      if (!isKept) broken += 1;
      console.log(`${line(name, worst)}${isKept ? '' : '  too much'}`);
    }
  } finally {
    await browser.close();
    await server.remove();
  }
  return broken === 0 ? 0 : 1;
}

type Limits = Readonly<Record<keyof typeof promised, number>>;

const keepsPromise = (opening: ColdOpening, limits: Limits): boolean =>
  opening.bytes <= limits.bytes &&
  opening.requests <= limits.requests &&
  opening.shift <= limits.shift &&
  opening.textAt <= limits.textAt;

function worstOf(rounds: readonly ColdOpening[]): ColdOpening {
  const worst = (key: keyof ColdOpening): number => Math.max(...rounds.map((round) => round[key]));
  return {
    bytes: worst('bytes'),
    requests: worst('requests'),
    shift: worst('shift'),
    textAt: worst('textAt'),
    loadedAt: worst('loadedAt'),
  };
}

const line = (name: string, { bytes, requests, shift, textAt, loadedAt }: ColdOpening): string =>
  [
    name.padEnd(14),
    String(bytes).padStart(7),
    String(requests).padStart(8),
    shift.toFixed(4).padStart(9),
    `${Math.round(textAt)} ms`.padStart(9),
    `${Math.round(loadedAt)} ms`.padStart(10),
  ].join(' ');
