import { fileURLToPath } from 'node:url';
import type { WorkName } from '../../src/domain/work.ts';
import { startChildServer } from '../support/child-server.ts';

const serverFile = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
type Confirmation = readonly [number: number, sha256: string];

/**
 * Starts the built server on a data folder, signs in, and publishes edition after edition of one work
 * until the server is killed at a random moment.
 * @returns what was confirmed: the editions whose publication was answered with their address, and the
 * hash that the register then gave for them
 */
export async function publishOverHttpUntilKilled(
  dataDir: string,
  work: WorkName,
  user: { readonly username: string; readonly password: string },
  lifeMs: number,
): Promise<readonly Confirmation[]> {
  const server = await startChildServer({
    file: serverFile,
    environment: { DATA_DIR: dataDir, SITE_URL: '' },
    patienceMs: 45_000,
  });
  const post = async (path: string, fields: Readonly<Record<string, string>>, cookie = '') =>
    fetch(server.origin + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: server.origin, cookie },
      body: new URLSearchParams(fields),
    });
  const signedIn = await post('/login', { ...user, next: '/desk' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the sign-in was answered with ${signedIn.status}`);

  const desk = `/desk/${work.type}/${work.slug}`;
  const confirmed: Confirmation[] = [];
  setTimeout(() => process.kill(server.pid, 'SIGKILL'), Math.random() * lifeMs);
  try {
    for (;;) {
      await post(desk, { action: 'amend' }, cookie);
      const form = await fetch(server.origin + desk, { headers: { cookie } }).then((answer) => answer.text());
      const published = await post(desk, formOf(form), cookie);
      const address = published.headers.get('location') ?? '';
      const number = Number(/\/editions\/(\d+)$/.exec(address)?.[1]);
      if (published.status !== 303 || Number.isNaN(number)) throw new Unexpected(published.status);
      const page = await fetch(server.origin + address).then((answer) => answer.text());
      confirmed.push([number, /\b[0-9a-f]{64}\b/.exec(page)?.[0] ?? 'not shown']);
    }
  } catch (error) {
    if (error instanceof Unexpected) throw error;
    return confirmed;
  }
}

/** Not the kill, which breaks a connection, but an answer that a publication should not get. */
class Unexpected extends Error {
  constructor(status: number) {
    super(`a publication was answered with ${status}`);
  }
}

/** The draft's form as it stands, with new words and a note, confirmed and sent to be published. */
function formOf(html: string): Readonly<Record<string, string>> {
  const version = /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
  const now = new Date().toISOString();
  return {
    version,
    title: 'ธรรมนูญตำบลทดสอบเหนือ',
    label: `ฉบับทดสอบ ${now}`,
    adopted: '15 พฤษภาคม 2560',
    places: '990101',
    summary: '',
    changeKind: 'substantive',
    changeNote: `แก้ไขทดสอบ ${now}`,
    body: `## หมวด 1 บททั่วไป\n\n### ข้อ 1 ชื่อ\n\nแก้ไขเมื่อ ${now}`,
    confirm: 'yes',
    action: 'publish',
  };
}
