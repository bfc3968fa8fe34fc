import { expect, it } from 'vitest';
import { httpSource } from '../../src/search/client/http-source.ts';
import { filesOfPack, maxPackFiles, packFiles, packName, unpackFiles } from '../../src/search/pack.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

it('a pack names its files in ascending order, and only such a name is the name of a pack', () => {
  expect(`base-a/${packName('index', [40, 3, 17])}`).toBe('base-a/index/3-17-40.pack');
  expect(filesOfPack('base-a/index/3-17-40.pack')).toEqual([
    'base-a/index/3.gz',
    'base-a/index/17.gz',
    'base-a/index/40.gz',
  ]);
  const refused = [
    'base-a/index/3.pack',
    'base-a/index/17-3.pack',
    'base-a/index/3-3.pack',
    'base-a/other/1-2.pack',
    'base-a/x/index/1-2.pack',
    'index/1-2.pack',
    `base-a/index/${Array.from({ length: maxPackFiles + 1 }, (_, at) => at).join('-')}.pack`,
  ];
  expect(refused.filter((path) => filesOfPack(path) !== null)).toEqual([]);
});

it('files come out of a pack as they went in, and a pack cut short is refused', () => {
  const files = [bytes(1, 2, 3), bytes(), bytes(255)];
  const packed = packFiles(files);
  expect(unpackFiles(packed)).toEqual(files);
  expect(() => unpackFiles(packed.slice(0, -1))).toThrow('cut short');
  expect(() => unpackFiles(packed.slice(0, 2))).toThrow('cut short');
});

it('what one question reads travels in one request for each folder and kind, in whatever order it was asked', async () => {
  const asked: string[] = [];
  const fetchFile = async (address: string): Promise<Response> => {
    asked.push(address);
    const names = filesOfPack(address.slice(1));
    const file = (name: string) => new TextEncoder().encode(name);
    return new Response(names === null ? file(address.slice(1)) : packFiles(names.map(file)));
  };
  const read = httpSource('/', fetchFile as typeof fetch);
  const wanted = ['b/index/9.gz', 'b/index/2.gz', 'b/record/1.gz', 'd/index/9.gz', 'd/index/8.gz'];
  const got = await Promise.all(wanted.map(read));
  expect(got.map((file) => new TextDecoder().decode(file))).toEqual(wanted);
  expect(asked).toEqual(['/b/index/2-9.pack', '/b/record/1.gz', '/d/index/8-9.pack']);
});

it('a pack that does not come fails every file in it, and the next wish asks again', async () => {
  let status = 503;
  const read = httpSource(
    '/',
    (async () => new Response(packFiles([bytes(1), bytes(2)]), { status })) as typeof fetch,
  );
  const failed = await Promise.allSettled([read('b/index/1.gz'), read('b/index/2.gz')]);
  expect(failed.map((result) => result.status)).toEqual(['rejected', 'rejected']);
  status = 200;
  expect(await Promise.all([read('b/index/1.gz'), read('b/index/2.gz')])).toEqual([bytes(1), bytes(2)]);
});
