import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageKinds } from '../support/page-kinds.ts';
import { type BuiltServer, startBuiltServer } from '../web/built-server.ts';

let server: BuiltServer;
beforeAll(async () => {
  server = await startBuiltServer();
}, 120_000);
afterAll(() => server?.remove());

const open = async (address: string): Promise<string> => (await fetch(server.origin + address)).text();
const plain = (html: string): string =>
  html
    .replace(/<span class="whole">([^<]*)<\/span>/g, '$1')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0]+/g, ' ')
    .replaceAll('&quot;', '"');
const before = (html: string, mark: string): string => html.slice(0, html.indexOf(mark));

/** The index of components is made of test data that leads nowhere; `tests/components` looks at it. */
const { components: _components, component: _component, ...readersKinds } = pageKinds;
const kinds = Object.values(readersKinds);

describe('an edition page', () => {
  test('says on its first screen which edition it is, its date, its standing, that it is not law, and what it is about', async () => {
    const html = before(await open('/charters/san-pa-muang-health'), 'class="toc"');
    const top = plain(html);
    expect(top).toContain('ธรรมนูญสุขภาพคนตำบลสันป่าม่วง');
    expect(top).toContain('ฉบับที่ 6 พ.ศ. 2560');
    expect(top).toContain('ประกาศใช้แล้ว');
    expect(top).toContain('ประกาศใช้ พ.ศ. 2560');
    expect(top).toContain('ข้อตกลงร่วมของชุมชน ไม่ใช่กฎหมาย');
    expect(html).toMatch(/<p class="lead">[^<]{40,}/);
  });

  test('shows a date in the Buddhist era, dates it in the common era, and keeps the wording of the source', async () => {
    const html = await open('/agreements/northeast-54-lao-2560');
    expect(html).toMatch(/<time datetime="2017-05-15"[^>]*>15–16\u00a0พฤษภาคม\u00a02560<\/time>/);
    expect(html).toContain('๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐');
  });

  test('puts the parties it can name beside the number that the news claims', async () => {
    expect(plain(await open('/agreements/northeast-54-lao-2560'))).toContain('ระบุชื่อแล้ว 5 จาก 54 ที่แหล่งข่าวอ้าง');
  });

  test('names every tambon that may be meant when the source does not say which', async () => {
    const top = plain(before(await open('/charters/phai-health'), 'class="toc"'));
    expect(top).toContain('อาจเป็น');
    for (const province of ['สุรินทร์', 'ศรีสะเกษ', 'ยโสธร', 'กาฬสินธุ์']) expect(top).toContain(`จ.${province}`);
  });

  test('sends the reader of an older edition to the current one, and only that reader', async () => {
    const older = await open('/charters/model-tambon-charter/editions/1');
    const current = await open('/charters/model-tambon-charter');
    expect(older).toContain('มีฉบับใหม่กว่า');
    expect(older).toMatch(/href="\/charters\/model-tambon-charter">อ่านฉบับปัจจุบัน/);
    expect(current).not.toContain('มีฉบับใหม่กว่า');
  });

  test('says on every page of a model text that it is one', async () => {
    for (const address of ['', '/editions', '/editions/1']) {
      expect(plain(await open(`/charters/model-tambon-charter${address}`))).toContain('แม่แบบ ข้อความตัวอย่าง');
    }
    expect(await open('/charters')).toMatch(/badge--made">แม่แบบ/);
  });

  test('names the facts on which the sources are silent', async () => {
    const silent = /fact--silent.*?<\/div>/s.exec(await open('/charters/san-pa-muang-health'))?.[0] ?? '';
    expect(plain(silent)).toMatch(/ไม่ได้ระบุในแหล่ง .*จำนวนหมวด/);
  });
});

describe('a place', () => {
  test('leads from province to district to tambon to the charter', async () => {
    expect(await open('/places')).toContain('href="/places/56"');
    expect(await open('/places/56')).toContain('href="/places/5601"');
    expect(await open('/places/5601')).toContain('href="/places/560118"');
    expect(await open('/places/560118')).toContain('href="/charters/san-pa-muang-health"');
  });

  test('without any document says so and how to send one in', async () => {
    const answer = await fetch(`${server.origin}/places/100101`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html).toContain('ยังไม่มีเอกสารของแขวงพระบรมมหาราชวังในทะเบียน');
    expect(html).toContain('href="/about/submit"');
  });
});

describe('a dated address', () => {
  const follow = (date: string) =>
    fetch(`${server.origin}/charters/san-pa-muang-health/@${encodeURIComponent(date)}`, {
      redirect: 'manual',
    });

  test('in the Buddhist era or Thai digits leads to the same day of the common era', async () => {
    for (const date of ['2561-05-15', '๒๕๖๑-๐๕-๑๕', '๒๐๑๘-๐๕-๑๕']) {
      const answer = await follow(date);
      expect([answer.status, answer.headers.get('location')]).toEqual([
        302,
        '/charters/san-pa-muang-health/@2018-05-15',
      ]);
    }
  });

  test('leads to the edition that stood then', async () => {
    const answer = await follow('2018-05-15');
    expect(answer.headers.get('location')).toBe('/charters/san-pa-muang-health/editions/1');
  });

  test('before the first edition says so and offers the first', async () => {
    const answer = await follow('2000-01-01');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('href="/charters/san-pa-muang-health/editions/1"');
  });
});

describe('every kind of page', () => {
  test.each(kinds)(
    '%s has one title, no inline style or script, and links that lead somewhere',
    async (address) => {
      const html = await open(address);
      expect(html).toMatch(/^<!doctype html><html lang="th"[ >]/i);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      // A crisis card has its one style and its one script inside, and the front door allows these two by their hashes.
      const plain = address.endsWith('/card') ? html.replace(/<(style|script)>.*?<\/\1>/gs, '') : html;
      expect(plain).not.toMatch(
        / style="|<style|<script(?![^>]* (?:src=|type="application\/ld\+json"))|javascript:| on[a-z]+="/,
      );
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      const targets = [...html.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]);
      expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    },
  );

  test('links to pages that exist', async () => {
    const found = new Set<string>();
    for (const address of kinds) {
      for (const [, href = ''] of (await open(address)).matchAll(/href="(\/[^"#]*)/g)) found.add(href);
    }
    const broken: string[] = [];
    for (const href of found) {
      const answer = await fetch(server.origin + href.replaceAll('&amp;', '&'));
      if (!answer.ok) broken.push(`${answer.status} ${href}`);
      await answer.arrayBuffer();
    }
    expect(found.size).toBeGreaterThan(150);
    expect(broken).toEqual([]);
  });
});
