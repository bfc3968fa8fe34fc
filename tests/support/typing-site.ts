import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { openRegister, type Register } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import type { Actor } from '../../src/domain/permission.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { importArchive } from '../../src/registry/import-archive.ts';
import { openDraft } from '../../src/registry/open-draft.ts';
import { type ChildServer, startChildServer } from './child-server.ts';
import { emptyRegister } from './empty-register.ts';
import { archiveOf, editionText, testCharter } from './test-archive.ts';

const serverFile = fileURLToPath(new URL('../../src/server/main.ts', import.meta.url));
const begins = '2026-11-22T00:00:00.000Z';
/** Of everybody of a typing site. */
export const typingPassword = 'a long test password';

/** The people of a typing site, all registrars, by their user names. */
export type Typist = 'typist' | 'colleague';

/** A register on disk with one open draft, and the people who type in it. */
export type TypingFolder = {
  readonly folder: string;
  readonly path: string;
  readonly actorOf: (who: Typist) => Actor;
  /** Does something with the register while no server has it. */
  readonly withRegister: <T>(work: (register: Register) => Promise<T>) => Promise<T>;
  readonly remove: () => void;
};

export async function aTypingFolder(): Promise<TypingFolder> {
  const folder = mkdtempSync(join(tmpdir(), 'tammanoon-typing-'));
  const file = join(folder, 'registry.db');
  const register = await emptyRegister(file);
  await importArchive(register, archiveOf([editionText(1)]), begins);
  const ids = new Map<Typist, number>();
  for (const username of ['typist', 'colleague'] as const) {
    const added = await addUser(register, {
      username,
      password: typingPassword,
      displayName: `ผู้ทดสอบ ${username}`,
      role: 'registrar',
      organisation: null,
      now: begins,
    });
    if (!added.ok) throw new Error(added.refusal.code);
    ids.set(username, added.value.userId);
  }
  const actorOf = (who: Typist): Actor => ({
    userId: ids.get(who) ?? 0,
    memberships: [{ role: 'registrar', organisation: null }],
  });
  await amendWork(register, actorOf('typist'), testCharter, begins);
  register.close();
  return {
    folder,
    path: `/desk/${testCharter.type}/${testCharter.slug}`,
    actorOf,
    withRegister: async (work) => {
      const opened = openRegister({ file });
      try {
        return await work(opened);
      } finally {
        opened.close();
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What the register holds of the draft. */
export const storedDraft = ({ withRegister, actorOf }: TypingFolder) =>
  withRegister(async (register) => {
    const page = await openDraft(register, actorOf('typist'), testCharter);
    if (!page.ok) throw new Error(page.refusal.code);
    return page.value.draft;
  });

/** The built server on such a folder. */
export const serveTyping = ({ folder }: TypingFolder, port?: number): Promise<ChildServer> =>
  startChildServer({
    ...(port !== undefined && { port }),
    file: serverFile,
    environment: { DATA_DIR: folder, SITE_URL: '' },
    patienceMs: 120_000,
  });

/** Signs in somebody by the user name, and leaves the session in the context. */
export async function signIn(context: BrowserContext, origin: string, who: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/login`);
  await page.fill('#field-username', who);
  await page.fill('#field-password', typingPassword);
  await page.click('form.sign-in button[type=submit]');
  await page.waitForURL(`${origin}/desk`);
  await page.close();
}

/** Opens the text of the draft and waits until it keeps what is typed. */
export async function openText(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForSelector('draft-keeper[data-ready]', { state: 'attached' });
  return page;
}

/** The state of the typed text, as the page tells it. */
export const keepState = (page: Page): Promise<string | null> =>
  page.locator('draft-keeper').getAttribute('data-state');
