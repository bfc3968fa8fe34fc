import { readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAssessments } from '../../db/assessments.ts';
import { findWork } from '../../db/works.ts';
import { operations } from '../../src/api/operations/index.ts';
import { takenBackNote } from '../../src/i18n/as-of.ts';
import { retractAssessment } from '../../src/registry/retract-assessment.ts';
import { timelinePosition } from '../../src/registry/steps/timeline-position.ts';
import { takeOutEdition } from '../../src/registry/take-out-edition.ts';
import { agreement, claimPlaceOf, idOf } from '../support/agreement-story.ts';
import { dataFiles, noDataFiles, pagesAsOf } from '../support/data-files.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import {
  aRegisterOfEverything,
  decide,
  type EverythingStory,
  everythingHappens,
  type HandedIn,
} from '../support/everything-story.ts';
import { aFileRoom, type TestRoom } from '../support/file-room.ts';
import { southOrganisation } from '../support/made-up-country.ts';

let room: TestRoom;
let story: EverythingStory;
let handedIn: HandedIn;
let site: DeskSite;

async function textOf(address: string): Promise<string> {
  const answer = await site.get(address, null);
  if (answer.status !== 200) throw new Error(`${address} answers ${answer.status}: ${answer.html}`);
  return answer.html;
}

const asOf = (address: string, moment: string): string =>
  `${address}${address.includes('?') ? '&' : '?'}asOf=${encodeURIComponent(moment)}`;

/** What a file says, without as of when. */
const rowsOf = (text: string): string =>
  text.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.%A]+(?:\+|%2B)07(?::|%3A)00/g, '');

const addressesOf = (lasts: 'asOf' | 'itself'): readonly string[] =>
  dataFiles.flatMap((file) => (file.lasts === lasts ? file.addresses : []));

const textsOf = async (addresses: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(addresses.map(async (one) => [one, await textOf(one)] as const)));

/** What a page says, without what stands around it on every page. */
const mainOf = async (address: string): Promise<string> =>
  /<main[\s\S]*<\/main>/.exec(await textOf(address))?.[0] ?? '';

const mainsOf = async (addresses: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(await Promise.all(addresses.map(async (one) => [one, await mainOf(one)] as const)));

test('every file of rows stands in the table of files, or is none for a reason', () => {
  const pages = readdirSync('src/pages', { recursive: true, encoding: 'utf8' });
  const routes = pages.filter((path) => /(?:\.csv|\.json|\[format\])\.ts$/.test(path));
  const all = [...routes, ...operations.map(({ id }) => id)].sort();
  const known = [...dataFiles.map(({ at }) => at), ...Object.keys(noDataFiles)].sort();
  expect(known).toEqual(all);
});

describe('a register in which everything happens', () => {
  beforeEach(async () => {
    room = aFileRoom();
    ({ story, handedIn } = await aRegisterOfEverything(room));
    site = await aDeskSite(story.register, { now: story.now });
  });
  afterEach(() => {
    story?.register.close();
    room?.remove();
  });

  test('gives every file again as of the moment that it says, with the same bytes', {
    timeout: 120_000,
  }, async () => {
    const day = '2026-11-21';
    const now = '2026-11-23T03:00:00.000Z';
    story.setClock(now);
    const moment = '2026-11-23T00:00:00.000+07:00';
    const present = await textsOf(addressesOf('asOf'));
    for (const [address, text] of present) {
      expect([address, text.includes(moment)]).toEqual([address, true]);
      expect([address, await textOf(asOf(address, moment))]).toEqual([address, text]);
    }
    const asked = [...present.keys()].flatMap((one) => [asOf(one, moment), asOf(one, day)]);
    const before = await textsOf(asked);
    const pages = await mainsOf(pagesAsOf.map((one) => asOf(one, moment)));
    const lasting = await textsOf(addressesOf('itself'));
    await everythingHappens(story, handedIn);
    for (const [address, text] of before) expect([address, await textOf(address)]).toEqual([address, text]);
    for (const [address, text] of pages) expect([address, await mainOf(address)]).toEqual([address, text]);
    for (const [address, text] of lasting) expect([address, await textOf(address)]).toEqual([address, text]);
    const since = await textsOf([...present.keys()]);
    const unchanged = [...since].filter(
      ([address, text]) => rowsOf(text) === rowsOf(present.get(address) ?? ''),
    );
    expect(unchanged.map(([address]) => address)).toEqual([]);
    // A network that came since had no commitments then.
    const narrowed = '/commitments.json?network=test-network-two';
    expect(JSON.parse(await textOf(asOf(narrowed, moment)))).toMatchObject({ total: 0 });
    expect(JSON.parse(await textOf(narrowed))).toMatchObject({ total: 2 });
    const notYet = await site.get(asOf('/networks/test-network-two.json', moment), null);
    expect([notYet.status, JSON.parse(notYet.html).error.code]).toEqual([404, 'not_known_then']);
  });

  type Row = Readonly<Record<string, string>>;
  const moment = '2026-11-24T00:00:00.000+07:00';
  const rowsAt = async (address: string): Promise<readonly Row[]> =>
    parse(await textOf(asOf(address, moment)), { bom: true, columns: true });
  /** The rows without the columns in which words stand. */
  const without = (rows: readonly Row[], columns: readonly string[]) =>
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column))),
    );

  test('leaves of what was taken back its numbers in files of the past, and its words in none', async () => {
    const { register, people } = story;
    story.setClock('2026-11-23T03:00:00.000Z');
    const place = idOf(await claimPlaceOf(story, room, people.publisherB, story.now()));
    await decide(story, place, 'accepted');
    story.setClock('2026-11-25T03:00:00.000Z');
    const files = [
      '/agreements/test-network/commitments.csv',
      '/agreements/test-network/parties.csv',
      `/organisations/${southOrganisation.slug}.csv`,
    ] as const;
    const [commitments, parties, joined] = await Promise.all(files.map(rowsAt));
    const spread = await textOf(asOf('/cases/test-case/spread.json', moment));
    const works = await rowsAt('/charters.csv');

    await decide(story, handedIn.counted, 'reversed');
    await decide(story, place, 'reversed');
    const work = await findWork(register.read, agreement);
    const [judged] = await listAssessments(register.read, work?.id ?? 0);
    const reason = 'เผยแพร่โดยผิดพลาดเพื่อทดสอบ';
    const retraction = { agreement: agreement.slug, id: judged?.id ?? 0, reason };
    expect(await retractAssessment(register, people.registrar, retraction, story.now())).toMatchObject({
      ok: true,
    });
    const name = { type: 'charters', slug: 'test-alike' } as const;
    const alike = await findWork(register.read, name);
    const position = await timelinePosition(register.read, alike?.id ?? 0);
    const error = { number: 1, reason, position };
    expect(await takeOutEdition(register, people.registrar, name, error, story.now())).toMatchObject({
      ok: true,
    });

    const [commitmentsSince = [], partiesSince = [], joinedSince = []] = await Promise.all(files.map(rowsAt));
    const words = ['title', 'done_on', 'done_as_written', 'place', 'place_name', 'note', 'sources', 'proof'];
    const counted = (commitments ?? []).filter(({ row }) => row !== 'assessment');
    expect(without(commitmentsSince, words)).toEqual(without(counted, words));
    expect(without(partiesSince, words)).toEqual(without(parties ?? [], words));
    expect(commitmentsSince.find(({ row }) => row === 'evidence')).toMatchObject({
      title: '',
      note: takenBackNote,
    });
    expect(partiesSince.find((row) => row['confirmed_on'] !== '')).toMatchObject({
      proof: '',
      note: takenBackNote,
    });
    expect(joinedSince).toEqual((joined ?? []).map((row) => ({ ...row, note: takenBackNote })));
    expect(joinedSince).toHaveLength(1);
    expect(await textOf(asOf('/cases/test-case/spread.json', moment))).toBe(spread);
    expect(await rowsAt('/charters.csv')).toEqual(works.filter(({ title }) => title !== 'เหมือนกันทดสอบ'));
    const others = addressesOf('asOf').filter((one) => !one.includes('test-alike'));
    const all = await textsOf(others.map((one) => asOf(one, moment)));
    for (const [address, text] of all) {
      for (const gone of ['ผลงานที่รับแล้ว', 'บันทึกทดสอบ', 'เหมือนกันทดสอบ', 'ผู้ประเมินทดสอบ']) {
        expect([address, gone, text.includes(gone)]).toEqual([address, gone, false]);
      }
    }
  });
});
