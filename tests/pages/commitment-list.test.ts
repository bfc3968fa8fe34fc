import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRegister, type Register } from '../../db/connection.ts';
import { insertOrganisation, mapOrganisationIds } from '../../db/organisations.ts';
import { findSubmission } from '../../db/submissions.ts';
import { insertWork } from '../../db/works.ts';
import { decideSubmission } from '../../src/registry/decide-submission.ts';
import { storeCommitmentHistory } from '../../src/registry/steps/store-commitments.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { submitEvidence } from '../../src/registry/submit-evidence.ts';
import { agreementManifest, typedDeed } from '../support/agreement-story.ts';
import { aFileRoom } from '../support/file-room.ts';
import { hubOrganisation, northOrganisation } from '../support/made-up-country.ts';
import { csvRows, validJson } from '../support/open-data.ts';
import { commitmentOf, dated } from '../support/promised.ts';
import { aPerson } from '../support/register-with.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

const formula = '=1+1';
const slug = 'test-network';
let server: BuiltServer;
let register: Register;
/** Accepts one deed, which the last test takes back. */
let takeBack: () => Promise<void>;

beforeAll(async () => {
  server = await startBuiltServer();
  register = openRegister({ file: join(server.dataDir, 'registry.db') });
  await publishAgreement();
  takeBack = await acceptDeed();
}, 120_000);
afterAll(async () => {
  register?.close();
  await server?.remove();
});

async function publishAgreement(): Promise<void> {
  const work = { type: 'agreements', slug } as const;
  const now = new Date().toISOString();
  await register.write(async (transaction) => {
    await insertOrganisation(transaction, { ...northOrganisation, covers: [] });
    await insertOrganisation(transaction, { ...hubOrganisation, covers: [] });
    const organisationIds = await mapOrganisationIds(transaction);
    const steward = organisationIds.get(hubOrganisation.slug) ?? null;
    const workId = await insertWork(transaction, work, steward, now);
    const manifest = {
      ...agreementManifest,
      ...work,
      provenance: 'documented' as const,
      places: ['560118'],
      commitments: [
        commitmentOf({ id: 'models', metric: formula, domain: 'ด้านทดสอบ', due: dated('2099-12') }),
        commitmentOf({ id: 'late', metric: 'เวทีทดสอบ', due: dated('2026-01-31') }),
      ],
    };
    await storeEdition(transaction, { workId, manifest, publishedAt: now, organisationIds });
    await storeCommitmentHistory(transaction, { id: workId, ...work }, now);
  });
}

async function acceptDeed(): Promise<() => Promise<void>> {
  const role = 'publisher' as const;
  const member = await aPerson(register, 'member', { role, organisation: northOrganisation.slug });
  const hub = await aPerson(register, 'hub', { role, organisation: hubOrganisation.slug });
  const room = aFileRoom();
  const asked = { agreement: slug, commitment: 'models', organisation: northOrganisation.slug, upload: null };
  const typed = typedDeed({ title: 'เวที <ทดสอบ>', place: '' });
  const handedIn = await submitEvidence(
    register,
    room,
    member,
    { ...asked, typed },
    new Date().toISOString(),
  );
  room.remove();
  if (!handedIn.ok) throw new Error(JSON.stringify(handedIn.refusal));
  const { id } = handedIn.value;
  const decide = async (kind: 'accepted' | 'reversed') => {
    const position = (await findSubmission(register.read, id))?.acts.length ?? 0;
    const decision = { id, kind, reason: 'ทดสอบ', position };
    const outcome = await decideSubmission(register, hub, decision, new Date().toISOString());
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  };
  await decide('accepted');
  return () => decide('reversed');
}

const ask = (path: string) => fetch(server.origin + path, { redirect: 'manual' });
const open = async (path: string): Promise<string> => (await ask(path)).text();
const rowsOf = (path: string) => csvRows(server.origin, path);
type Told = {
  readonly $schema: string;
  readonly asOf: string;
  readonly total: number;
  readonly commitments: readonly { readonly commitment: string; readonly state: string }[];
};
const told = (path: string) => validJson<Told>(server.origin, path);
const unescaped = (text: string): string => text.replaceAll('&#38;', '&').replaceAll('&amp;', '&');

describe('the page of all commitments', () => {
  test('has numbers that each open as many rows as they say', async () => {
    const page = await open('/commitments');
    const html = page.slice(0, page.indexOf('id="results"'));
    const links = [
      ...html.matchAll(/<a class="tap" href="(\/commitments\?[^"#]+)#results"[^>]*>([^<]*)</g),
    ].map(([, href = '', text = '']) => ({
      href: unescaped(href),
      total: Number(/(\d+)(?: พันธสัญญา)?$/.exec(text.trim())?.[1]),
    }));
    const counts = [
      ...new Map(links.filter(({ total }) => total > 0).map((link) => [link.href, link])).values(),
    ];
    expect(counts.length).toBeGreaterThan(15);
    for (const { href, total } of counts) {
      expect([href, (await told(href.replace('/commitments', '/commitments.json'))).total]).toEqual([
        href,
        total,
      ]);
    }
  });

  test('says what is not counted, that nothing is called failed, and needs no script', async () => {
    const html = await open('/commitments');
    expect(html).toContain('ไม่นับข้อความตัวอย่าง');
    expect(html).toContain('ทะเบียนไม่ตัดสินว่าใครทำไม่สำเร็จ');
    expect(html).toContain(`href="/agreements/${slug}/commitments#models"`);
    expect(html).toContain('pattern id="state-partial"');
    expect(html).not.toContain('model-network-mou');
  });

  test('is narrowed by its address, and says what it does not understand', async () => {
    const narrowed = await open(`/commitments?province=56&domain=${encodeURIComponent('ด้านทดสอบ')}`);
    expect(narrowed).toContain('content="noindex"');
    expect(narrowed).toContain('ด้าน: ด้านทดสอบ');
    expect(await open('/commitments')).not.toContain('content="noindex"');
    const empty = await ask('/commitments?state=complete&year=2400');
    expect([empty.status, await empty.text()]).toEqual([200, expect.stringContaining('ไม่พบพันธสัญญาที่ตรงกับ')]);
    for (const wrong of [
      'q=ก',
      'q=!',
      `q=${'ก'.repeat(201)}`,
      'state=failed',
      'network=no-such',
      'province=99',
      'year=x',
      'page=0',
      'asOf=2100',
    ]) {
      expect([wrong, (await ask(`/commitments?${wrong}`)).status]).toEqual([wrong, 400]);
      const file = await ask(`/commitments.csv?${wrong}`);
      expect([wrong, file.status]).toEqual([wrong, 400]);
    }
  });
});

describe('words that commitments hold', () => {
  const asked = `q=${encodeURIComponent('เวที')}`;

  test('are marked where they stand, and stay beside whatever else is chosen', async () => {
    const html = await open(`/commitments?${asked}&province=56`);
    const rows = html.slice(html.indexOf('id="results"'));
    expect(rows).toContain('<mark>เวที</mark>');
    expect(rows).not.toContain('#models"');
    expect(html).toContain('“เวที” · จังหวัด');
    expect(unescaped(html)).toContain(`href="/commitments?${asked}#results"`);
    expect(html).toContain('<input type="hidden" name="q" value="เวที">');
    expect(html).toContain('<input type="hidden" name="province" value="56">');
  });

  test('that no commitment holds lead to the search of all texts', async () => {
    const html = await open(`/commitments?q=${encodeURIComponent('ไม่มีคำนี้')}`);
    expect(html).toContain(`href="/search?q=${encodeURIComponent('ไม่มีคำนี้')}"`);
  });

  test('narrow the files and the API alike, and are part of the address that lasts', async () => {
    const document = await told(`/commitments.json?${asked}`);
    expect(document.commitments.map(({ commitment }) => commitment)).toEqual(['late']);
    expect((await rowsOf(`/commitments.csv?${asked}`)).map((row) => row['commitment'])).toEqual(['late']);
    const answer = (await (await ask(`/api/v1/commitments?${asked}`)).json()) as typeof document;
    expect([answer.total, answer.commitments[0]?.commitment]).toEqual([1, 'late']);
    expect((await ask('/api/v1/commitments?q=!')).status).toBe(400);
    const lasting = await open(`/commitments?${asked}&asOf=${encodeURIComponent(document.asOf)}`);
    expect(lasting).toContain('“เวที”');
  });
});

describe('the files of commitments', () => {
  test('open in a spreadsheet with Thai intact, and nothing in them is taken for a formula', async () => {
    const rows = await rowsOf('/commitments.csv');
    const own = rows.find((row) => row['agreement'] === slug && row['commitment'] === 'models');
    expect(own).toMatchObject({
      metric: `'${formula}`,
      state_label: 'มีหลักฐานบางส่วน',
      count: '1',
      due_start: '2099-12',
      edition: '1',
    });
  });

  test('fit the schema they name, and tell the same', async () => {
    const document = await told('/commitments.json');
    expect(new URL(document.$schema).pathname).toBe('/schemas/commitment-list.json');
    expect(document.commitments.length).toBe(document.total);
    const rows = await rowsOf('/commitments.csv');
    expect(rows.map((row) => row['state'])).toEqual(document.commitments.map(({ state }) => state));
  });

  test('hold the due dates as a calendar of the register, of a network and of an organisation', async () => {
    const answer = await ask('/commitments.ics');
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(await answer.text()).toContain('DTSTART;VALUE=DATE:20991231');
    expect(await open(`/organisations/${northOrganisation.slug}/commitments.ics`)).toContain(
      'UID:test-network/late@',
    );
    expect((await open('/networks/ra-ngae-resilience/commitments.ics')).startsWith('BEGIN:VCALENDAR')).toBe(
      true,
    );
    expect((await ask('/networks/no-such/commitments.ics')).status).toBe(404);
    expect((await ask('/organisations/no-such/commitments.ics')).status).toBe(404);
  });
});

describe('a deed that is taken back', () => {
  test('leaves the feed, and the list of before stays as it was', async () => {
    const xml = new XMLParser({ isArray: (name) => name === 'entry' });
    const feed = async () =>
      (xml.parse(await open('/commitments/feed.atom')) as { feed: { entry?: readonly { id: string }[] } })
        .feed.entry ?? [];
    expect((await feed()).map(({ id }) => new URL(id).pathname + new URL(id).hash)).toEqual([
      `/agreements/${slug}/commitments#evidence-1`,
    ]);
    const before = await open('/commitments.csv');
    const { asOf } = await told('/commitments.json');
    await takeBack();
    expect(await feed()).toEqual([]);
    const lasting = `/commitments.csv?asOf=${encodeURIComponent(asOf)}`;
    expect(await open(lasting)).toBe(before);
    expect(await open('/commitments.csv')).not.toBe(before);
  });
});
