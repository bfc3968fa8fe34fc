import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Register, readAtOnce } from '../../db/connection.ts';
import type { Instant } from '../domain/iso-date.ts';
import { writeOrganisationsCsv, writePlacesCsv, writeTopicsCsv } from '../exports/vocabulary-csv.ts';
import { countTakenBack } from '../registry/count-taken-back.ts';
import { exportArchive } from '../registry/export-archive.ts';
import { exportFiles } from '../registry/export-files.ts';
import { knowAsOf } from '../registry/know-as-of.ts';
import { listManifests } from '../registry/list-manifests.ts';
import { tellVocabularies } from '../registry/tell-vocabularies.ts';
import {
  type DownloadFileName,
  type DownloadSet,
  idOfMoment,
  listDownloadSets,
  setFile,
  setsOf,
} from './download-set.ts';
import { type TarFile, tarOf, textFile } from './tar.ts';

/** So many sets are kept, the newest ones. */
const KEPT = 3;
/** So long no set takes. */
const ABANDONED_MS = 86_400_000;
/** The folder that the archive unpacks to. */
const ARCHIVE_FOLDER = 'tammanoon';

/**
 * Writes the whole public register as files into a folder of its own below `folder`, all as of one moment, and removes
 * sets that are too old. What is there already is left as it is: the same state of the register gives the same bytes.
 * @param register one whose reader nobody else uses meanwhile
 * @param pathOf where the bytes of an attached file are, by their hash
 */
export const buildDownload = (
  register: Register,
  folder: string,
  pathOf: (sha256: string) => string,
  now: Instant,
): Promise<DownloadSet> => readAtOnce(register, () => build(register, folder, pathOf, now));

async function build(
  register: Register,
  folder: string,
  pathOf: (sha256: string) => string,
  now: Instant,
): Promise<DownloadSet> {
  const began = performance.now();
  const known = await knowAsOf(register, null, now);
  if (known.kind !== 'known') throw new Error('the register always knows what it holds now');
  const { text: asOf, until } = known.asOf;
  const id = idOfMoment(asOf);
  const revision = register.revision();
  const takenBack = await countTakenBack(register);
  const before = (await listDownloadSets(folder)).find((set) => set.id === id);
  if (before?.revision === revision && before.takenBack === takenBack) return before;
  const building = join(folder, `building-${process.pid}`);
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { recursive: true });
  const seconds = Math.floor(Date.parse(until) / 1000);
  const counted = { editions: 0, works: new Set<string>() };
  const { places, organisations, topics } = await tellVocabularies(register);
  const files: DownloadSet['files'] = [
    await gzipped(building, 'tammanoon-editions.ndjson.gz', editionLines(register, counted)),
    await gzipped(building, 'tammanoon-archive.tar.gz', tarOf(archiveFiles(register, pathOf), seconds)),
    await plain(building, 'tammanoon-places.csv', writePlacesCsv(places)),
    await plain(building, 'tammanoon-organisations.csv', writeOrganisationsCsv(organisations)),
    await plain(building, 'tammanoon-topics.csv', writeTopicsCsv(topics)),
  ];
  const sums = files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
  files.push(await plain(building, 'SHA256SUMS', sums));
  const { editions, works } = counted;
  const milliseconds = Math.round(performance.now() - began);
  const set = { id, asOf, editions, works: works.size, revision, takenBack, milliseconds, files };
  await writeFile(join(building, setFile), `${JSON.stringify(set, null, 1)}\n`, { flush: true });
  await rm(join(folder, id), { recursive: true, force: true });
  await rename(building, join(folder, id));
  await removeOld(folder, set);
  return set;
}

/** Also those that may not be given out any more. */
async function removeOld(folder: string, newest: DownloadSet): Promise<void> {
  const sets = await listDownloadSets(folder);
  const kept = setsOf(sets, newest).slice(0, KEPT);
  const old = sets.filter((set) => !kept.includes(set));
  const left = await leftOver(folder);
  const gone = [...old.map(({ id }) => id), ...left];
  await Promise.all(gone.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** What a process left behind that was ended while it made a set. */
async function leftOver(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('building-'));
  const ages = await Promise.all(
    names.map(async (name) => Date.now() - (await stat(join(folder, name))).mtimeMs),
  );
  return names.filter((_, index) => (ages[index] ?? 0) > ABANDONED_MS);
}

/** One edition to a line; the text of `manifest` is what the hash is of. */
async function* editionLines(
  register: Register,
  counted: { editions: number; readonly works: Set<string> },
): AsyncGenerator<Uint8Array> {
  for await (const { type, slug, json, sha256, publishedAt } of listManifests(register)) {
    counted.editions += 1;
    counted.works.add(`${type}/${slug}`);
    yield Buffer.from(`{"sha256":"${sha256}","publishedAt":"${publishedAt}","manifest":${json}}\n`);
  }
}

async function* archiveFiles(
  register: Register,
  pathOf: (sha256: string) => string,
): AsyncGenerator<TarFile> {
  for await (const { path, text } of exportArchive(register)) {
    yield textFile(`${ARCHIVE_FOLDER}/${path}`, text);
  }
  for await (const { path, sha256 } of exportFiles(register)) {
    const { size } = await stat(pathOf(sha256));
    yield { path: `${ARCHIVE_FOLDER}/${path}`, size, chunks: () => createReadStream(pathOf(sha256)) };
  }
}

type Written = DownloadSet['files'][number];

const gzipped = (
  folder: string,
  name: DownloadFileName,
  chunks: AsyncIterable<Uint8Array>,
): Promise<Written> =>
  written(folder, name, [Readable.from(chunks, { objectMode: false }), createGzip({ level: 9 })]);

const plain = (folder: string, name: DownloadFileName, text: string): Promise<Written> =>
  written(folder, name, [Readable.from([Buffer.from(text, 'utf8')], { objectMode: false })]);

async function written(
  folder: string,
  name: DownloadFileName,
  source: readonly [Readable, ...Transform[]],
): Promise<Written> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline([...source, counting, createWriteStream(join(folder, name), { flush: true })]);
  return { name, bytes, sha256: hash.digest('hex') };
}
