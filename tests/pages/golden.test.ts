import { join } from 'node:path';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { addresses } from '../../src/domain/addresses.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { launchBrowser } from '../support/browser.ts';
import { differencesFromGolden, differencesOf } from '../support/golden.ts';
import { type Layout, layoutOf } from '../support/layout.ts';
import { type PageKind, pageKinds } from '../support/page-kinds.ts';
import { showPage } from '../support/show-page.ts';
import { signIn, typingPassword } from '../support/typing-site.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const widths = [320, 360, 1280] as const;
/** A4 between its margins, in CSS pixels. */
const PAPER = 624;
const kinds = Object.keys(pageKinds) as PageKind[];

let server: BuiltServer;
let browser: Browser;
let shared: Page;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
  shared = await browser.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

async function withPage<T>(
  work: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

const addressOf = (kind: PageKind): string => server.origin + pageKinds[kind];
const open = (page: Page, kind: PageKind) => page.goto(addressOf(kind));

async function layoutAt(page: Page, width: number, part?: string): Promise<Layout> {
  await page.setViewportSize({ width, height: 900 });
  return layoutOf(page, part);
}

describe('every kind of page', () => {
  test.each(kinds)('%s stands on a phone, a small phone and a desk as its golden file says', async (kind) => {
    await shared.emulateMedia({ media: 'screen' });
    await showPage(shared, addressOf(kind));
    const lines: string[] = [];
    for (const width of widths) {
      const layout = await layoutAt(shared, width);
      expect(layout.faults, `at ${width} px`).toEqual([]);
      lines.push(`at ${width} px`, ...layout.lines);
    }
    expect(differencesFromGolden(`pages/${kind}`, lines)).toEqual([]);
  });

  test.each(['edition-long', 'edition-agreement', 'comparison', 'poster', 'place-on-day'] as const)(
    '%s stands on paper as its golden file says',
    async (kind) => {
      await showPage(shared, addressOf(kind));
      await shared.emulateMedia({ media: 'print' });
      const layout = await layoutAt(shared, PAPER);
      expect(layout.faults).toEqual([]);
      expect(differencesFromGolden(`paper/${kind}`, layout.lines)).toEqual([]);
    },
  );
});

describe('the facts of a draft, most of them in tables,', () => {
  const works = {
    'desk-plan': { type: 'plans', slug: 'model-resilience-plan' },
    'desk-project': { type: 'projects', slug: 'songkhla-integrated-health-2566' },
    'desk-case': { type: 'cases', slug: 'nam-kum-forest' },
  } as const satisfies Readonly<Record<string, WorkName>>;
  const now = '2026-12-01T02:00:00.000Z';
  let officer: BrowserContext;

  beforeAll(async () => {
    const register = openRegister({ file: join(server.dataDir, 'registry.db') });
    const role = { role: 'registrar', organisation: null } as const;
    const person = { username: 'officer', displayName: 'เจ้าหน้าที่ทดสอบ', password: typingPassword, now };
    const added = await addUser(register, { ...person, ...role });
    if (!added.ok) throw new Error(added.refusal.code);
    const actor = { userId: added.value.userId, memberships: [role] };
    for (const work of Object.values(works)) await amendWork(register, actor, work, now);
    register.close();
    officer = await browser.newContext({ baseURL: server.origin, bypassCSP: true });
    await signIn(officer, server.origin, person.username);
  });
  afterAll(() => officer?.close());

  const entries = '.entry, .fact-cell';
  /** The form of the facts of a type, with everything open that is folded. */
  async function openFacts(kind: keyof typeof works): Promise<Page> {
    const page = await officer.newPage();
    await page.goto(addresses.factsSection(works[kind], 'details'));
    await page.locator('form.draft-form').evaluate((form) => {
      for (const one of form.querySelectorAll('details')) one.open = true;
    });
    expect(await page.locator('.entry .fact-cell').count()).toBeGreaterThan(1);
    return page;
  }

  test.each(Object.keys(works) as (keyof typeof works)[])(
    '%s are asked as its golden file says',
    async (kind) => {
      const page = await openFacts(kind);
      const asked = await page.locator('.fact-box > summary > strong').allInnerTexts();
      const lines = ['facts', ...asked.map((label) => `  ${label}`)];
      for (const width of widths) {
        const layout = await layoutAt(page, width, entries);
        expect(layout.faults, `at ${width} px`).toEqual([]);
        lines.push(`at ${width} px`, ...layout.lines);
      }
      await page.close();
      expect(differencesFromGolden(`pages/${kind}`, lines)).toEqual([]);
    },
  );

  test('would be found to stand otherwise when cells stand beside each other', async () => {
    const page = await openFacts('desk-plan');
    const whole = await layoutAt(page, 360, entries);
    await page.addStyleTag({ content: '.entry__fields { display: flex; }' });
    const hurt = await layoutOf(page, entries);
    await page.close();
    expect(differencesOf(whole.lines, hurt.lines).length).toBeGreaterThan(3);
  });
});

describe('a golden file notices', () => {
  /** How a page differs from itself after something was done to it. */
  const broken = (kind: PageKind, rule: string, width: number) =>
    withPage(
      async (page) => {
        await open(page, kind);
        const whole = await layoutAt(page, width);
        await page.addStyleTag({ content: rule });
        const hurt = await layoutOf(page);
        return { differences: differencesOf(whole.lines, hurt.lines), faults: hurt.faults };
      },
      { bypassCSP: true },
    );

  test.each(['home', 'charters', 'edition-long', 'places'] as const)(
    'that %s came without its stylesheet',
    async (kind) => {
      const lines = await withPage(async (page) => {
        await page.route('**/*.css', (route) => route.abort());
        await open(page, kind);
        return (await layoutAt(page, 1280)).lines;
      });
      const whole = await withPage(async (page) => {
        await open(page, kind);
        return (await layoutAt(page, 1280)).lines;
      });
      expect(differencesOf(whole, lines).length).toBeGreaterThan(3);
    },
  );

  test('that the contents beside an edition fell into its column', async () => {
    const rule = '.edition--with-toc { display: block; }';
    expect((await broken('edition-long', rule, 1280)).differences.length).toBeGreaterThan(0);
  });

  test('that a column is narrower than it was', async () => {
    const rule = '.map-beside { grid-template-columns: 1fr 1fr !important; }';
    expect((await broken('places', rule, 1280)).differences.length).toBeGreaterThan(0);
  });

  test('that one block stands over another', async () => {
    const rule = '.works { margin-block-start: -3rem; }';
    expect((await broken('charters', rule, 360)).faults.length).toBeGreaterThan(0);
  });

  test('that a block is wider than the screen', async () => {
    const rule = 'main { min-width: 30rem; }';
    expect((await broken('home', rule, 320)).faults.length).toBeGreaterThan(0);
  });

  test('nothing, where only letters are a little wider', async () => {
    const rule = 'body { word-spacing: 0.05em; }';
    const { differences, faults } = await broken('edition-long', rule, 360);
    expect([...differences, ...faults]).toEqual([]);
  });
});
