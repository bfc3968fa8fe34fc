import { afterAll, beforeAll, expect, test } from 'vitest';
import { aClientOfAServer, type ClientOfServer, type ClientReport, proveClient } from './api-client.ts';
import { tellLies } from './document-lies.ts';
import { judgedClient, type Sent } from './judged-client.ts';

let site: ClientOfServer;
let report: ClientReport;
beforeAll(async () => {
  site = await aClientOfAServer();
  report = await proveClient(site, { size: 1, seed: 1, more: 20 });
}, 120_000);
afterAll(async () => site?.remove());

test('a client that a public generator made asks every operation, and what it gets is as the document says', () => {
  expect(report.faults).toEqual([]);
  expect([...report.tally.keys()].sort()).toEqual(Object.keys(site.document.paths).sort());
  for (const [address, counts] of report.tally)
    for (const status of [200, 304, 400]) expect([address, status, counts.get(status) ?? 0]).not.toContain(0);
  expect(report.pages.size).toBeGreaterThan(3);
});

test('what it asks as of a moment stays, while the same asked without one changes', () => {
  expect(report.repeated.length).toBeGreaterThan(3);
  expect(report.changed.toSorted()).toEqual(report.repeated.toSorted());
});

test('control: of lies about fields of the document most are found out by the same answers', async () => {
  const { told, believed } = await tellLies(site.document, report.exchanges, 6);
  expect(told).toBeGreaterThan(4);
  expect(believed.length).toBeLessThanOrEqual(told / 2);
});

test.each<[string, (body: Readonly<Record<string, unknown>>) => unknown]>([
  ['leaves out a field', ({ total: _, ...less }) => less],
  ['has a field more', (body) => ({ ...body, more: 1 })],
  ['gives a field as another kind', (body) => ({ ...body, total: String(body['total']) })],
])('control: a server that %s is found out', async (_, change) => {
  const changed = (sent: Sent): Sent => ({ ...sent, text: JSON.stringify(change(JSON.parse(sent.text))) });
  const [address = ''] = Object.keys(site.document.paths);
  for (const tamper of [(sent: Sent) => sent, changed]) {
    const { ask, faults } = judgedClient(site.client, site.document, tamper);
    await ask(address, {});
    expect(faults).toHaveLength(tamper === changed ? 1 : 0);
  }
});
