import { spawnSync } from 'node:child_process';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { writeArchive } from '../support/write-archive.ts';
import { type BuiltServer, startBuiltServer } from './built-server.ts';

/** A plan of obvious test data with a date of review. */
const testPlan = `---
title: แผนทดสอบการ์ด
provenance: test
edition: 1
label: null
legalNature: plan
places: []
adopted: { start: 2026-06-01 }
reviewDue: { start: 2030-05-31 }
facts:
  hazards:
    - name: น้ำท่วมทดสอบ
      act: น้ำถึงขีดทดสอบ
  firstActions:
    - action: พาคนออกทดสอบ
      phase: during
      office: หน่วยงานทดสอบ
sources: []
---

## ข้อความทดสอบ
`;

let server: BuiltServer;
let browser: Browser;
let phone: BrowserContext;
let page: Page;
beforeAll(async () => {
  server = await startBuiltServer();
  browser = await launchBrowser();
  phone = await browser.newContext({ viewport: { width: 360, height: 740 } });
  page = await phone.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await server?.remove();
});

const card = (slug: string) => `${server.origin}/plans/${slug}/card`;
const kept = () => page.getByText('เก็บการ์ดนี้ไว้ในเครื่องนี้แล้ว').waitFor();
const marks = () =>
  page.evaluate(() => ({
    isKept: document.documentElement.hasAttribute('data-kept'),
    isPast: getComputedStyle(document.querySelector('.warn') ?? document.body).display !== 'none',
  }));

describe('a crisis card', () => {
  test('opens again without the network, once opened, and shows when it is to be reviewed', async () => {
    const archive = await writeArchive([
      { path: 'plans/test-card/1.md', text: testPlan },
      { path: 'plans/test-withdrawn/1.md', text: testPlan },
      {
        path: 'plans/test-withdrawn/work.yaml',
        text: 'events:\n  - kind: withdrawn\n    note: ยกเลิกเพื่อทดสอบ\n',
      },
    ]);
    const imported = spawnSync(process.execPath, ['src/cli/registry.ts', 'import', archive], {
      env: { ...process.env, DATA_DIR: server.dataDir },
    });
    expect(imported.status, String(imported.stderr)).toBe(0);

    const refused: string[] = [];
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await expect
      .poll(async () => (await page.goto(card('test-card')))?.status(), { timeout: 15_000 })
      .toBe(200);
    await kept();
    expect(await marks()).toEqual({ isKept: false, isPast: false });
    expect(new Set(asked)).toEqual(new Set(['/plans/test-card/card']));
    expect(refused.filter((text) => text.includes('Content Security Policy'))).toEqual([]);

    const withdrawn = await fetch(card('test-withdrawn'));
    expect([withdrawn.status, (await withdrawn.text()).includes('แผนนี้ยกเลิกแล้ว')]).toEqual([410, true]);

    await phone.setOffline(true);
    await server.stop();
    await page.reload();
    expect(await marks()).toEqual({ isKept: true, isPast: false });
    const words = await page.locator('main').innerText();
    for (const word of [
      'ทบทวนภายใน 31\u00a0พฤษภาคม\u00a02573',
      'พาคนออกทดสอบ',
      'หน่วยงานทดสอบ',
      'เปิดจากที่เก็บไว้ในเครื่องนี้',
    ])
      expect(words).toContain(word);
  });

  test('says without the network that its review is overdue, once that is so', async () => {
    await page.clock.setFixedTime(new Date('2030-05-31T16:59:00Z'));
    await page.goto(card('test-card'));
    expect(await marks()).toEqual({ isKept: true, isPast: false });
    await page.clock.setFixedTime(new Date('2030-05-31T17:00:00Z'));
    await page.reload();
    expect(await marks()).toEqual({ isKept: true, isPast: true });
  });

  test('that was never opened is a kind page without the network, with the cards that can be opened', async () => {
    const answer = await page.goto(card('model-resilience-plan'));
    expect(answer?.status()).toBe(503);
    expect(await page.locator('h1').innerText()).toBe('ยังไม่ได้เก็บการ์ดนี้ไว้');
    await page.getByRole('link', { name: 'แผนทดสอบการ์ด' }).click();
    expect(await page.locator('h1').innerText()).toBe('แผนทดสอบการ์ด');
    await page.goto(`${server.origin}/plans/cards`);
    expect(await page.locator('li').innerText()).toContain('ทบทวนภายใน 31\u00a0พฤษภาคม\u00a02573');
  });
});

test('a page that is no card is not touched by what keeps cards', async () => {
  await expect(page.goto(`${server.origin}/plans`)).rejects.toThrow(/ERR_/);
});
