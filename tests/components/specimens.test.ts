import { globSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeComponent } from '../../src/specimens/describe-component.ts';
import { launchBrowser } from '../support/browser.ts';
import { differencesFromGolden } from '../support/golden.ts';
import { objectionsTo } from '../support/objections.ts';
import { showPage } from '../support/show-page.ts';
import { structureOf } from '../support/structure.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const namesIn = (folder: string): readonly string[] =>
  globSync(`src/${folder}/**/*.astro`)
    .map((file) => file.replaceAll('\\', '/').slice(`src/${folder}/`.length, -'.astro'.length))
    .sort();
const components = namesIn('components');
const sourceOf = (name: string): string => readFileSync(`src/components/${name}.astro`, 'utf8');

let server: BuiltServer;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

describe('every component', () => {
  test('has a specimen in src/specimens, and no specimen is without a component', () => {
    expect(components.length).toBeGreaterThan(60);
    expect(namesIn('specimens')).toEqual(components);
  });

  test('says before its props what it is for', () => {
    expect(components.filter((name) => !describeComponent(sourceOf(name)).purpose)).toEqual([]);
  });
});

describe('the component', () => {
  test.each(components)('%s has its structure, and nothing that axe objects to', async (name) => {
    expect(await showPage(page, `${server.origin}/about/components/${name}`)).toBe(200);
    const structure = await structureOf(page.locator('.specimen'));
    expect(structure.length).toBeGreaterThan(0);
    expect(differencesFromGolden(`components/${name}`, structure)).toEqual([]);
    expect(await objectionsTo(page, 'everything', '.specimen')).toEqual([]);
  });
});

test('control: a field that lost its label is objected to, also in a window that showed others before', async () => {
  for (const name of ['breadcrumb', 'search-form']) {
    await showPage(page, `${server.origin}/about/components/${name}`);
    expect(await objectionsTo(page, 'everything', '.specimen')).toEqual([]);
  }
  await page.evaluate(() => document.querySelector('.specimen label')?.removeAttribute('for'));
  expect(await objectionsTo(page, 'everything', '.specimen')).toEqual([expect.stringMatching(/^label /)]);
});

test('all components together keep their contrast in dark, which is all that changes with the scheme', async () => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(`${server.origin}/about/components`);
  expect(await page.locator('.specimen').count()).toBe(components.length);
  // What is inert cannot be read either, so axe would pass it over.
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('.specimen')) one.removeAttribute('inert');
  });
  expect(await objectionsTo(page, 'contrast', '.specimen')).toEqual([]);
  await page
    .locator('.specimen h1, .specimen p')
    .first()
    .evaluate((one) => {
      if (one instanceof HTMLElement) Object.assign(one.style, { color: '#777', background: '#888' });
    });
  expect(await objectionsTo(page, 'contrast', '.specimen')).toHaveLength(1);
  await page.emulateMedia({ colorScheme: 'light' });
}, 120_000);

describe('the index of components', () => {
  const address = '/about/components';
  const open = async (path: string): Promise<string> => (await fetch(server.origin + path)).text();

  test('shows each of them with its purpose and its props, and repeats no id', async () => {
    const html = await open(address);
    for (const name of components) {
      const { purpose, props } = describeComponent(sourceOf(name));
      expect(html).toContain(`href="${address}/${name}"`);
      expect(html).toContain(escaped(purpose ?? ''));
      for (const prop of props)
        expect(html).toContain(`<code>${prop.name}${prop.isOptional ? '?' : ''}</code>`);
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('is for developers: in no search engine and no sitemap, linked from the pages about the register', async () => {
    expect(await open(address)).toContain('name="robots" content="noindex"');
    expect(await open(`${address}/breadcrumb`)).toContain('name="robots" content="noindex"');
    expect(await open('/sitemap-pages.xml')).not.toContain(address);
    expect(await open('/about')).toContain(`href="${address}"`);
  });

  test('does not know a component that is not there', async () => {
    expect((await fetch(`${server.origin}${address}/no-such-component`)).status).toBe(404);
  });
});

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
