import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findWork, insertWork } from '../../db/works.ts';
import { storeEdition } from '../../src/registry/steps/store-edition.ts';
import { mostSuggestions, suggestPages } from '../../src/registry/suggest-pages.ts';
import {
  aRegisterWithOneCharter,
  charterManifest,
  type Story,
  storyBegins,
} from '../support/register-with.ts';

let story: Story;
beforeAll(async () => {
  story = await aRegisterWithOneCharter();
});
afterAll(() => story.register.close());

const labels = async (typed: string) =>
  (await suggestPages(story.register, typed, storyBegins)).map(({ kind, label }) => `${kind}: ${label}`);

describe('pages offered while a name is being typed', () => {
  test('are places with something to read first, then works, each with where it is', async () => {
    const found = await suggestPages(story.register, 'ทดสอบ', storyBegins);
    expect(found.map(({ href }) => href)).toEqual([
      '/places/99',
      '/places/990101',
      '/places/990102',
      '/places/9901',
      '/charters/test-north',
    ]);
    expect(found.at(-1)).toMatchObject({ type: 'charters', placeLine: 'ต.ทดสอบเหนือ อ.เมืองทดสอบ จ.ทดสอบ' });
  });

  test('are topics too', async () => {
    expect(await suggestPages(story.register, 'หนึ่ง', storyBegins)).toEqual([
      { kind: 'topic', label: 'หนึ่ง', schemeTitle: 'หัวข้อทดสอบ', href: '/topics/test/one' },
    ]);
  });

  test('are narrowed by the kind of place before a name and by names of places after it', async () => {
    expect(await labels('อ.เมืองทดสอบ')).toEqual(['place: อ.เมืองทดสอบ จ.ทดสอบ']);
    expect(await labels('ต. ทดสอบเหนือ จ. ทดสอบ')).toEqual(['place: ต.ทดสอบเหนือ อ.เมืองทดสอบ จ.ทดสอบ']);
    expect(await labels('ตำบลทดสอบใต้')).toEqual(['place: ต.ทดสอบใต้ อ.เมืองทดสอบ จ.ทดสอบ']);
    expect(await labels('ทดสอบเหนือ กรุงเทพ')).toEqual([]);
  });

  test.each(['', 'ก', '้'.repeat(50), 'ทดสอบ'.repeat(21), '%_*"\n', '\n\n', '😀😀', '\u0000\u202e'])(
    'are none for a text that is no beginning of a name (%#)',
    async (typed) => {
      expect(await labels(typed)).toEqual([]);
    },
  );

  test('have the title of a new work and of a new edition as soon as it is published', async () => {
    const { register, charter } = story;
    const publish = async (slug: string, edition: number, title: string): Promise<void> =>
      register.write(async (transaction) => {
        const work = { ...charter, slug };
        const known = await findWork(transaction, work);
        const workId = known?.id ?? (await insertWork(transaction, work, null, storyBegins));
        const manifest = { ...charterManifest(work), edition, title };
        await storeEdition(transaction, {
          workId,
          manifest,
          publishedAt: storyBegins,
          organisationIds: new Map(),
        });
      });
    await publish('heron', 1, 'ธรรมนูญนกกระสาทดสอบ');
    expect(await labels('นกกระสา')).toEqual(['work: ธรรมนูญนกกระสาทดสอบ']);
    await publish('heron', 2, 'ธรรมนูญนกกระยางทดสอบ');
    expect(await labels('นกกระสา')).toEqual([]);
    expect(await labels('นกกระยาง')).toEqual(['work: ธรรมนูญนกกระยางทดสอบ']);
    for (let number = 1; number <= mostSuggestions; number += 1) {
      await publish(`many-${number}`, 1, `ธรรมนูญนกเงือกทดสอบ ${number}`);
    }
    expect(await labels('นกเงือก')).toHaveLength(mostSuggestions);
    expect((await labels('นกเงือก'))[1]).toBe('work: ธรรมนูญนกเงือกทดสอบ 2');
  });
});
