import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMarkup } from '../../src/search/answer-markup.ts';
import { viewAnswer } from '../../src/search/answer-view.ts';
import { buildBase } from '../../src/search/build-index.ts';
import { diskSource } from '../../src/search/disk-source.ts';
import { addressOf, requestOf } from '../../src/search/search-request.ts';
import { type Answer, openSession, type SearchSession } from '../../src/search/search-session.ts';
import { rungNotice } from '../../src/search/sentences.ts';
import { provider } from './index-in.ts';
import { sixtyRecords, testRecord } from './test-records.ts';

/** An invented work about one thing in one place. */
function work(slug: string, place: string, text: string): ReturnType<typeof testRecord> {
  return testRecord(slug, {
    title: `ธรรมนูญตำบล${place}`,
    placeLine: `ต.${place} อ.สมมุติ จ.ทดสอบเหนือ`,
    sections: [{ eid: 'cl-1', label: 'ข้อ 1', heading: 'ข้อ 1 ทั่วไป', text }],
  });
}

const records = [
  ...sixtyRecords(),
  work('kradan', 'เกาะกระดานลอง', 'ให้ร่วมกันดูแลแนวปะการังของชุมชน'),
  work('kradat', 'เกาะกระดาษลอง', 'ให้ร่วมกันดูแลป่าชายเลน'),
  work('alliance', 'ดอนพันธมิตร', 'บันทึกความเข้าใจเรื่องแนวปะการัง พ.ศ. 2566'),
  work('dated', 'ดอนวันที่', 'ประกาศ ณ วันที่ ๑๕ พฤษภาคม พ.ศ. ๒๕๖๐'),
  work('bound-1', 'ดอนรวมหนึ่ง', 'ใช้เครื่องมือทคน และ รคปในงาน'),
  work('bound-2', 'ดอนรวมสอง', 'ใช้ทคนและรคปในงาน'),
  work('bound-3', 'ดอนรวมสาม', 'ใช้รคปในงาน ต่อมาใช้ทคน'),
  work('unbound', 'ดอนแยก', 'ดูแลหาดทรายกับแนวหินกั้นคลื่น และใกล้กับหาดทราย'),
  work('two-meanings', 'ดอนสองความ', 'ประชุมร่วมกับ คสช. ปีละครั้ง'),
];

let dir = '';
let session: SearchSession;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ladder-'));
  await buildBase({ dir, records: provider(records), revision: 1 });
  session = await openSession(diskSource(dir));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function ask(query: string): Promise<Answer> {
  const result = await session.answer(query, {});
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const titlesOf = ({ groups }: Answer): Promise<readonly string[]> =>
  Promise.all(groups.map(async ([{ folder, page }]) => (await folder.readRecord(page)).title));

describe('words with และ between them', () => {
  it('are one expression where most texts with all of them write it so, and the others are offered', async () => {
    const answer = await ask('ทคน และ รคป');
    expect((await titlesOf(answer)).toSorted()).toEqual(['ธรรมนูญตำบลดอนรวมสอง', 'ธรรมนูญตำบลดอนรวมหนึ่ง']);
    expect(answer.suggestions).toEqual([{ reason: 'apart', text: 'ทคน รคป' }]);
    expect((await titlesOf(await ask('ทคน รคป'))).length).toBe(3);
  });

  it('are looked for apart where no text writes them so', async () => {
    const answer = await ask('แนวหินกั้นคลื่น และ หาดทราย');
    expect([answer.rung, await titlesOf(answer)]).toEqual(['exact', ['ธรรมนูญตำบลดอนแยก']]);
    expect(answer.suggestions).toEqual([]);
  });
});

describe('a slip in a word', () => {
  it.each([
    ['a letter left out', 'เกาะกระานลอง'],
    ['a letter doubled', 'เกาะกระดดานลอง'],
    ['a neighbouring key', 'เกาะกระดานลแง'],
    ['two letters swapped', 'เกาะกระดาลนอง'],
    ['a letter that sounds alike', 'เกาะกระดาณลอง'],
    ['a tone mark too many', 'เกาะกระด้านลอง'],
    ['the first letter left out', 'กาะกระดานลอง'],
  ])('%s is put right, and said', async (_, query) => {
    const answer = await ask(query);
    expect([answer.rung, answer.shown]).toEqual(['corrected', 'เกาะกระดานลอง']);
    expect(await titlesOf(answer)).toEqual(['ธรรมนูญตำบลเกาะกระดานลอง']);
    expect(rungNotice(answer.rung, query, answer.shown)).toContain('แสดงคำใกล้เคียง: “เกาะกระดานลอง”');
  });

  it('is put right only in the word that stands nowhere', async () => {
    const answer = await ask('ปะการัง เกาะกระดาณลอง');
    expect(answer.shown).toBe('ปะการัง เกาะกระดานลอง');
    expect(await titlesOf(answer)).toEqual(['ธรรมนูญตำบลเกาะกระดานลอง']);
  });

  it('is put right inside a run of words', async () => {
    expect((await ask('ธรรมนูญญตำบล')).shown).toBe('ธรรมนูญตำบล');
    expect(await titlesOf(await ask('ปะการังตำบลเกาะกระดาณลอง'))).toEqual(['ธรรมนูญตำบลเกาะกระดานลอง']);
  });

  it('that can be two names shows one and offers the other', async () => {
    const { shown, suggestions } = await ask('เกาะกระดางลอง');
    const names = ['เกาะกระดานลอง', 'เกาะกระดาษลอง'];
    expect(names).toContain(shown);
    const other = names.find((name) => name !== shown);
    expect(suggestions).toContainEqual({ reason: 'spelling', text: other });
  });

  it('is offered as a link that keeps what was chosen', async () => {
    const request = requestOf(new URLSearchParams({ q: 'เกาะกระดางลอง', province: 'ทดสอบเหนือ', page: '2' }));
    const view = await viewAnswer(await ask(request.q), request, [], []);
    const markup = JSON.stringify(answerMarkup(view));
    expect(markup).toContain('หมายถึง:');
    const other = view.suggestions.map(({ text }) => addressOf({ ...request, q: text, page: 1 }))[0];
    expect(other).toMatch(/^\/search\?q=[^&]+&province=[^&]+$/);
    expect(markup).toContain(`"${other}"`);
  });

  it('is never looked for in what stands as typed, nor in a quoted word', async () => {
    expect((await ask('เกาะกระดานลอง')).rung).toBe('exact');
    expect((await ask('"เกาะกระดาณลอง"')).groups).toEqual([]);
  });
});

describe('a question without spaces', () => {
  it.each([
    'ปะการังตำบลเกาะกระดานลอง',
    'เกาะกระดานลองปะการัง',
    'ดูแลแนวปะการังของตำบลเกาะกระดานลองมีอะไรบ้าง',
    'กติกาเรื่องปะการังตำบลเกาะกระดานลอง',
  ])('%s is parted into words that stand in one text', async (query) => {
    const answer = await ask(query);
    expect(await titlesOf(answer)).toEqual(['ธรรมนูญตำบลเกาะกระดานลอง']);
    expect(answer.rung).toBe('parts');
  });

  it('shows the most of its words when no text has all', async () => {
    const answer = await ask('แนวปะการังป่าชายเลนตำบลเกาะกระดานลอง');
    expect(answer.rung).toBe('coverage');
    expect(await titlesOf(answer)).toContain('ธรรมนูญตำบลเกาะกระดานลอง');
  });
});

describe('words typed with spaces', () => {
  it('are each meant: a place that has nothing is answered with nothing', async () => {
    expect((await ask('ธรรมนูญตำบล แม่ฮ่องสอน')).groups).toEqual([]);
    expect((await ask('ไดโนเสาร์ อวกาศ')).groups).toEqual([]);
  });

  it('that only ask or join say nothing', async () => {
    expect(await titlesOf(await ask('ปะการัง และ กระดานลอง'))).toEqual(['ธรรมนูญตำบลเกาะกระดานลอง']);
    expect(await titlesOf(await ask('ปะการัง เกาะกระดานลอง คืออะไร'))).toEqual(['ธรรมนูญตำบลเกาะกระดานลอง']);
  });
});

describe('the other keyboard', () => {
  it.each([
    ['Tii,o^P', 'ธรรมนูญ'],
    ["gdktditfko]v'", 'เกาะกระดานลอง'],
    ['ทฟพีำินะนา', 'maruebotok'],
  ])('%s is read as %s, and said', async (typed, meant) => {
    const answer = await ask(typed);
    expect([answer.rung, answer.shown?.toLowerCase()]).toEqual(['keyboard', meant]);
    expect(answer.groups.length).toBeGreaterThan(0);
    expect(rungNotice(answer.rung, typed, answer.shown)).toContain('แป้นพิมพ์');
  });

  it('is not tried when what was typed stands somewhere', async () => {
    expect((await ask('MOU')).rung).toBe('exact');
  });
});

describe('names and years that mean the same', () => {
  it('a name that means about the same is tried only when the word itself finds nothing', async () => {
    const literal = await ask('MOU');
    expect(await titlesOf(literal)).not.toContain('ธรรมนูญตำบลดอนพันธมิตร');
    const looser = await ask('MOU แนวปะการัง');
    expect([looser.rung, await titlesOf(looser)]).toEqual(['looser', ['ธรรมนูญตำบลดอนพันธมิตร']]);
  });

  it('a year of two digits is read in full when nothing else fits', async () => {
    const answer = await ask('ปะการัง ๖๖');
    expect([answer.rung, await titlesOf(answer)]).toEqual(['looser', ['ธรรมนูญตำบลดอนพันธมิตร']]);
  });

  it.each(['15/5/2560', '๑๕ พ.ค. ๖๐', '15 พค 2560', '15-05-2560', '15 พฤษภา 60', 'ประกาศ ๑๕ พ.ค. ๖๐'])(
    '%s finds the day however it is written',
    async (query) => {
      const answer = await ask(query);
      expect([answer.rung, await titlesOf(answer)]).toEqual(['looser', ['ธรรมนูญตำบลดอนวันที่']]);
    },
  );

  it('an abbreviation with two meanings finds itself, and both meanings are offered', async () => {
    const answer = await ask('คสช.');
    expect([answer.rung, await titlesOf(answer)]).toEqual(['exact', ['ธรรมนูญตำบลดอนสองความ']]);
    expect(answer.suggestions.map(({ text }) => text)).toEqual([
      'คณะกรรมการสุขภาพแห่งชาติ',
      'คณะรักษาความสงบแห่งชาติ',
    ]);
  });
});
