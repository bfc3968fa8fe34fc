import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPublicFile, insertWorkFile } from '../../db/attachments.ts';
import type { Register } from '../../db/connection.ts';
import { insertOrganisation } from '../../db/organisations.ts';
import { findWork } from '../../db/works.ts';
import { createAuth } from '../../src/auth/auth.ts';
import { type Attachment, withAttachments } from '../../src/domain/attachment.ts';
import { dayInThailand, type IsoDate } from '../../src/domain/iso-date.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { readSettings } from '../../src/env.ts';
import { createFileStore } from '../../src/files/file-store.ts';
import { nameHub } from '../../src/registry/name-hub.ts';
import { changeDraft } from '../../src/registry/steps/change-draft.ts';
import { readEvidence } from '../../src/registry/steps/read-submission.ts';
import { storeSubmission } from '../../src/registry/steps/store-submission.ts';
import type { PageHandler } from '../../src/server/ask-astro.ts';
import { startFrontDoor } from '../../src/server/front-door.ts';
import { type Asker, askers } from '../../src/server/route-permissions.ts';
import { getLines, type RawAnswer, rawRequest } from '../server/raw-request.ts';
import { addAgreement, agreement, typedDeed } from './agreement-story.ts';
import { freePort } from './child-server.ts';
import { hubOrganisation, networkOrganisation } from './made-up-country.ts';
import { aPerson, aRegisterWithAnOpenDraft, organisationA, storyBegins } from './register-with.ts';

const builtSite = new URL('../../dist/server/entry.mjs', import.meta.url);

/** Words that stand in the open draft of organisation A and nowhere else. */
export const canary = { title: 'กขฃคลับหนึ่ง', body: 'ฅฆงจลับสอง' } as const;

/** Words of evidence that A handed in and nobody has accepted. */
export const secretDeed = 'จฉชลับสาม';

export type PermissionStory = {
  readonly register: Register;
  readonly people: Readonly<Record<Exclude<Asker, 'anonymous'>, Actor>>;
  /** The work whose draft holds the canary. */
  readonly work: WorkName;
};

/** A file of the same draft, which says the secret words. No picture: nobody here looks into it. */
const secretBytes = Buffer.from(canary.body);
export const secretFile: Attachment = {
  sha256: createHash('sha256').update(secretBytes).digest('hex'),
  name: 'a.png',
  title: canary.title,
  kind: 'picture',
  mediaType: 'image/png',
  bytes: secretBytes.length,
  pageCount: null,
  pages: [],
  textEquivalent: { kind: 'text', text: canary.body },
};
/** What shows the evidence that A handed in; nobody looks into it either. */
const evidenceBytes = Buffer.from(secretDeed);
const store = createFileStore(mkdtempSync(join(tmpdir(), 'tammanoon-permission-files-')));

async function storeSecret(bytes: Buffer): Promise<string> {
  const path = await store.newIncoming();
  await writeFile(path, bytes);
  return (await store.keep(path)).sha256;
}

/** The story of the permission table: a draft of A with secret words in it, and everyone who may ask for it. */
export async function aPermissionStory(): Promise<PermissionStory> {
  const { register, people, charter } = await aRegisterWithAnOpenDraft();
  await register.write(async (transaction) => {
    await insertOrganisation(transaction, hubOrganisation);
    await insertOrganisation(transaction, networkOrganisation);
  });
  const term = { organisation: hubOrganisation.slug, from: '2020-01-01' as IsoDate };
  await nameHub(register, people.registrar, networkOrganisation.slug, term, storyBegins);
  await addAgreement(register);
  await handInSecretly(register, people.editorA);
  const hub = await aPerson(register, 'hub', { role: 'publisher', organisation: hubOrganisation.slug });
  await storeSecret(secretBytes);
  const body = `## หมวด 1 ทดสอบ\n\n${canary.body}`;
  const saved = await changeDraft(
    register,
    people.editorA,
    charter,
    {
      expectedVersion: 1,
      kind: 'saved',
      change: async (content, transaction) => {
        const work = await findWork(transaction, charter);
        const brought = { workId: work?.id ?? 0, userId: people.editorA.userId, at: storyBegins };
        const { sha256, mediaType, bytes } = secretFile;
        await insertWorkFile(transaction, { ...brought, sha256, mediaType, bytes });
        const told = { ...content, title: canary.title, summary: canary.body, body };
        return { ok: true, value: withAttachments(told, [secretFile]) };
      },
    },
    storyBegins,
  );
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusal));
  return { register, people: { ...people, hub }, work: charter };
}

/** Evidence of A that waits to be decided, with a file that says the secret words. */
async function handInSecretly(register: Register, actor: Actor): Promise<void> {
  const { name, mediaType, pageCount } = secretFile;
  const sha256 = await storeSecret(evidenceBytes);
  await register.write(async (transaction) => {
    const work = await findWork(transaction, agreement);
    if (!work) throw new Error('the story has no agreement');
    const typed = typedDeed({ title: secretDeed });
    const facts = await readEvidence(transaction, typed, {
      today: dayInThailand(storyBegins),
      file: { sha256, name, mediaType, bytes: evidenceBytes.length, pageCount },
    });
    if (!facts.ok) throw new Error(JSON.stringify(facts.refusal));
    const { userId } = actor;
    const submission = { commitment: 'models', organisation: organisationA, facts: facts.value, userId };
    await storeSubmission(transaction, work, { kind: 'evidence', ...submission }, storyBegins);
  });
}

export type PermissionSite = {
  /** A request with exactly this address on the wire; with a form it is posted. */
  ask(address: string, who: Asker, form?: Readonly<Record<string, string>>): Promise<RawAnswer>;
  /** Serves another story from now on. */
  tell(story: PermissionStory): void;
  close(): Promise<void>;
};

/** The built site behind the real front door on a port of its own. Who asks is told by the cookie alone. */
export async function aPermissionSite(first: PermissionStory): Promise<PermissionSite> {
  if (!existsSync(builtSite)) throw new Error('The site is not built: run `npm run build` first.');
  process.env['ASTRO_NODE_AUTOSTART'] = 'disabled';
  const built: { readonly handler: PageHandler } = await import(builtSite.href);
  const port = await freePort();
  const settings = readSettings({ PORT: String(port) });
  if (!settings.ok) throw new Error(settings.refusal.sentence);
  const emptyDir = mkdtempSync(join(tmpdir(), 'tammanoon-permission-'));
  let story = first;
  let revision = 0;
  const door = await startFrontDoor({
    settings: settings.value,
    register: { revision: () => revision },
    health: async () => ({}),
    locals: () => localsOf(story, settings.value.origin),
    astroHandler: built.handler,
    clientDir: emptyDir,
    searchDir: emptyDir,
    files: {
      mayBring: async () => true,
      newIncoming: store.newIncoming,
      pathOf: store.pathOf,
      findPublic: (sha256, name) => findPublicFile(story.register.read, sha256, name),
    },
    onClose: () => undefined,
  });
  return {
    ask: (address, who, form) =>
      rawRequest(port, form ? postLines(port, address, who, form) : lines(port, address, who)),
    tell: (next) => {
      story = next;
      revision += 1;
    },
    close: () => door.close(),
  };
}

const close = 'Connection: close';
const lines = (port: number, address: string, who: Asker): string =>
  getLines(port, address, `Cookie: who=${who}`, close);

function postLines(
  port: number,
  address: string,
  who: Asker,
  form: Readonly<Record<string, string>>,
): string {
  const body = new URLSearchParams(form).toString();
  const head = [
    `POST ${address} HTTP/1.1`,
    `Host: localhost:${port}`,
    `Origin: http://localhost:${port}`,
    `Cookie: who=${who}`,
    'Content-Type: application/x-www-form-urlencoded',
    `Content-Length: ${body.length}`,
    close,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

function localsOf({ register, people }: PermissionStory, origin: string): object {
  const real = createAuth({ register, isSecure: false, now: () => storyBegins });
  real.close();
  const auth = {
    ...real,
    read: async (cookieHeader: string | null) => {
      const who = askers.find((asker) => `who=${asker}` === cookieHeader);
      const actor = who === undefined || who === 'anonymous' ? null : people[who];
      const signedIn = actor && {
        actor,
        userId: actor.userId,
        username: `${who}`,
        displayName: `ผู้ทดสอบ ${who}`,
        sessionKey: 'session-of-a-test',
        confirmedAt: Date.parse(storyBegins) / 1000,
      };
      return { signedIn, cookie: null };
    },
  };
  const searchIndex = {
    requestIndex: () => undefined,
    status: () => ({ state: 'idle', lastSuccess: null, lastFailure: null }),
    stop: () => Promise.resolve(),
  };
  const files = { store, examine: async () => ({ ok: false, refusal: 'broken' }) };
  const nothing = {
    searchWords: async () => [],
    drawPicture: async () => Buffer.from(''),
    downloads: async () => [],
  };
  return { register, auth, searchIndex, origin, now: storyBegins, session: null, files, ...nothing };
}
