import { fileURLToPath } from 'node:url';
import type { WorkName } from '../../src/domain/work.ts';
import { startChildServer } from '../support/child-server.ts';

const serverFile = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
type Confirmation = readonly [number: number, sha256: string];

/**
 * Starts the built server on a data folder, signs in, and publishes edition after edition of one work
 * until the server is killed at a random moment after the first: on a slow machine it would die before.
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
  const visitor = await signInOverHttp(server.origin, user);
  const confirmed: Confirmation[] = [];
  const killSoon = (): unknown =>
    setTimeout(() => process.kill(server.pid, 'SIGKILL'), Math.random() * lifeMs);
  try {
    for (;;) {
      const now = new Date().toISOString();
      const address = await publishOverHttp(visitor, work, {
        note: `แก้ไขทดสอบ ${now}`,
        body: `## หมวด 1 บททั่วไป\n\n### ข้อ 1 ชื่อ\n\nแก้ไขเมื่อ ${now}`,
      });
      const page = await fetch(server.origin + address).then((answer) => answer.text());
      confirmed.push([numberOf(address), /\b[0-9a-f]{64}\b/.exec(page)?.[0] ?? 'not shown']);
      if (confirmed.length === 1) killSoon();
    }
  } catch (error) {
    if (error instanceof Unexpected) throw error;
    return confirmed;
  }
}

/** Someone who is signed in at a running server. */
export type SignedInVisitor = { readonly origin: string; readonly cookie: string };

/** Signs in at a running server. Rejects when that is refused. */
export async function signInOverHttp(
  origin: string,
  user: { readonly username: string; readonly password: string },
): Promise<SignedInVisitor> {
  const signedIn = await post({ origin, cookie: '' }, '/login', { ...user, next: '/desk' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the sign-in was answered with ${signedIn.status}`);
  return { origin, cookie };
}

/**
 * Publishes one more edition of a work through the desk's own forms: the text is saved, and published on its page.
 * @returns the permanent address of the edition, once the server has confirmed it
 */
export async function publishOverHttp(
  visitor: SignedInVisitor,
  work: WorkName,
  text: { readonly note: string; readonly body: string },
): Promise<string> {
  const desk = `/desk/${work.type}/${work.slug}`;
  await post(visitor, desk, { action: 'amend' });
  const change = { changeKind: 'substantive', changeNote: text.note };
  const typed = { ...change, summary: '', body: text.body };
  await post(visitor, desk, { ...typed, version: await versionAt(visitor, desk), action: 'save' });
  const version = await versionAt(visitor, `${desk}/publish`);
  const form = { ...change, version, confirm: 'yes', action: 'publish' };
  const published = await post(visitor, `${desk}/publish`, form);
  const address = published.headers.get('location') ?? '';
  if (published.status !== 303 || Number.isNaN(numberOf(address))) throw new Unexpected(published.status);
  return address;
}

async function versionAt({ origin, cookie }: SignedInVisitor, path: string): Promise<string> {
  const page = await fetch(origin + path, { headers: { cookie } });
  return /name="version" value="(\d+)"/.exec(await page.text())?.[1] ?? '';
}

const numberOf = (address: string): number => Number(/\/editions\/(\d+)$/.exec(address)?.[1]);

const post = (
  { origin, cookie }: SignedInVisitor,
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> =>
  fetch(origin + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin, cookie },
    body: new URLSearchParams(fields),
  });

/** Not the kill, which breaks a connection, but an answer that a publication should not get. */
class Unexpected extends Error {
  constructor(status: number) {
    super(`a publication was answered with ${status}`);
  }
}
