/** The front door around one fixed Thai page: what the door itself costs, without the site and without a register. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/env.ts';
import { startFrontDoor } from '../../src/server/front-door.ts';

const words = [
  'ธรรมนูญ',
  'ตำบล',
  'ทดสอบ',
  'ข้อ',
  'สุขภาพ',
  'ประชาชน',
  'ร่วมกัน',
  'ดูแล',
  'น้ำ',
  'ป่า',
  'อาหาร',
  'ผู้สูงอายุ',
  'เด็ก',
];
const PARAGRAPHS = 90;
const WORDS = 24;

/** Text that does not repeat, because repeated text compresses a hundred to one and flatters every number. */
function thaiPage(): string {
  let seed = 1;
  const next = (): string => {
    seed = (seed * 48_271) % 2_147_483_647;
    return `${words[seed % words.length]}${seed % 97}`;
  };
  const paragraphs = Array.from(
    { length: PARAGRAPHS },
    () => `<p>${Array.from({ length: WORDS }, next).join(' ')}</p>`,
  );
  return `<!doctype html><html lang="th"><title>ธรรมนูญทดสอบ</title><a href="/charters/test/editions/1">1</a>${paragraphs.join('\n')}</html>`;
}

const reading = readSettings(process.env);
if (!reading.ok) throw new Error(reading.refusal.sentence);
const page = thaiPage();
const emptyDir = mkdtempSync(join(tmpdir(), 'tammanoon-toy-'));
const door = await startFrontDoor({
  settings: reading.value,
  register: { revision: () => 1 },
  health: async () => ({}),
  locals: () => ({}),
  astroHandler: (_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(page);
  },
  clientDir: emptyDir,
  searchDir: emptyDir,
  onClose: () => undefined,
});
process.once('SIGTERM', () => door.close());
