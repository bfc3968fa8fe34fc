import { copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRegister, type Register } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import type { Actor } from '../../src/domain/permission.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { cleanFile } from '../../src/files/clean-file.ts';
import { createFileStore, type FileStore } from '../../src/files/file-store.ts';
import { amendWork } from '../../src/registry/amend-work.ts';
import { arrangeAttachment } from '../../src/registry/arrange-attachment.ts';
import { attachFile } from '../../src/registry/attach-file.ts';
import { openDraftFiles } from '../../src/registry/open-draft-files.ts';
import { verifyFiles } from '../../src/registry/verify-files.ts';
import { plainFileFields } from '../support/file-room.ts';
import { anEmptyFolder, type BuiltServer, startBuiltServer } from '../web/built-server.ts';
import { type MutatedUpload, mutatedUploads } from './mutated-uploads.ts';
import { signInOverHttp } from './publish-over-http.ts';

/** Works to whose drafts files are sent, side by side. */
const works: readonly WorkName[] = ['san-pa-muang-health', 'phai-health', 'nong-luang'].map((slug) => ({
  type: 'charters',
  slug,
}));
const user = { username: 'upload-prover', password: 'a long test password' };
const MOST_GROWTH_MB = 200;
/** In place of a status: a name stood on the page as markup. */
const RAN = 599;
const WARM = 60;

export type UploadsOptions = {
  readonly size: number;
  readonly seed: number;
  /** False believes every file: the control, which must keep some that no reader should get. */
  readonly isGuarded: boolean;
  readonly onProgress?: (done: number) => void;
};

export type UploadsReport = {
  readonly statuses: ReadonlyMap<number, number>;
  readonly hasSurvived: boolean;
  /** Kept files that a second look would refuse, or whose bytes do not give their hash. */
  readonly unsound: number;
  readonly kept: number;
  /** Parts of files left where they came in. */
  readonly leftOver: number;
  /** Rows without their whole file. */
  readonly rowsWithoutFile: number;
  /** Growth of the server's memory after the first uploads; null where the system does not tell. */
  readonly growthMb: number | null;
};

type Send = (work: WorkName, lock: string, upload: MutatedUpload) => Promise<number>;

/** Sends mutated files to the built server and looks at what it kept. */
export async function sendUploads(options: UploadsOptions): Promise<UploadsReport> {
  const server = await startBuiltServer(anEmptyFolder());
  const register = openRegister({ file: join(server.dataDir, 'registry.db') });
  const store = createFileStore(join(server.dataDir, 'files'));
  const actor = await anOfficer(register);
  const send = options.isGuarded ? await overHttp(server) : believing(register, actor, store);
  const statuses = new Map<number, number>();
  const uploads = mutatedUploads(options.size, options.seed);
  let done = 0;
  let warmMb: number | null = null;
  const lane = async (work: WorkName): Promise<void> => {
    for (let next = await uploads.next(); !next.done; next = await uploads.next()) {
      const status = await send(work, await lockOf(register, actor, work), next.value);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status === 303) await empty(register, actor, work);
      done += 1;
      if (done === WARM) warmMb = await memoryMb(server);
      options.onProgress?.(done);
    }
  };
  await Promise.all(works.map(lane));
  const hasSurvived = await fetch(`${server.origin}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
  const endMb = await memoryMb(server);
  const found = await lookAt(register, store, join(server.dataDir, 'files', 'incoming'));
  register.close();
  await server.remove();
  const growthMb = warmMb === null || endMb === null ? null : endMb - warmMb;
  return { statuses, hasSurvived, growthMb, ...found };
}

async function anOfficer(register: Register): Promise<Actor> {
  const now = new Date().toISOString();
  const person = { ...user, displayName: 'ผู้ทดสอบ', role: 'registrar', organisation: null, now } as const;
  const added = await addUser(register, person);
  if (!added.ok) throw new Error(added.refusal.code);
  const actor: Actor = {
    userId: added.value.userId,
    memberships: [{ role: 'registrar', organisation: null }],
  };
  for (const work of works) await amendWork(register, actor, work, now);
  return actor;
}

async function lockOf(register: Register, actor: Actor, work: WorkName): Promise<string> {
  const files = await openDraftFiles(register, actor, work);
  if (!files.ok) throw new Error(files.refusal.code);
  return files.value.lock;
}

/** Takes the file out again, so that a draft is never full. */
async function empty(register: Register, actor: Actor, work: WorkName): Promise<void> {
  const opened = await openDraftFiles(register, actor, work);
  for (const { sha256 } of opened.ok ? opened.value.files : []) {
    const lock = await lockOf(register, actor, work);
    await arrangeAttachment(
      register,
      actor,
      work,
      { lock, sha256, what: 'remove' },
      new Date().toISOString(),
    );
  }
}

async function overHttp(server: BuiltServer): Promise<Send> {
  const { cookie } = await signInOverHttp(server.origin, user);
  return async (work, lock, { bytes, name }) => {
    const form = new FormData();
    const fields = { lock, fileTitle: name, fileKind: 'annex', fileTextIs: 'missing', action: 'add' };
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', new Blob([new Uint8Array(bytes)]), name);
    const address = `${server.origin}/desk/${work.type}/${work.slug}/files`;
    const headers = { cookie, origin: server.origin };
    const answer = await fetch(address, { method: 'POST', redirect: 'manual', headers, body: form });
    // Inside the quotes of an attribute a name is text, whatever it says.
    const page = (await answer.text()).replace(/="[^"]*"/g, '');
    if (/<script>alert|<svg onload|onmouseover=/.test(page)) return RAN;
    return answer.status;
  };
}

/** The control: every file is what it says it is, and is kept as it came. */
function believing(register: Register, actor: Actor, store: FileStore): Send {
  return async (work, lock, { bytes, name }) => {
    const path = await store.newIncoming();
    await writeFile(path, bytes);
    const upload = { path, fileName: name, bytes: bytes.length };
    const room = {
      store,
      examine: async (source: string, target: string) => {
        await copyFile(source, target);
        return { ok: true, value: { mediaType: 'application/pdf', pageCount: 1, isStripped: true } } as const;
      },
    };
    const asked = { lock, upload, fields: { ...plainFileFields, title: name }, replaces: null };
    const attached = await attachFile(register, room, actor, work, asked, new Date().toISOString());
    return attached.ok ? 303 : 422;
  };
}

async function lookAt(register: Register, store: FileStore, incoming: string) {
  const hashes = await store.list();
  let unsound = 0;
  for (const sha256 of hashes) {
    const again = await cleanFile(await readFile(store.pathOf(sha256)));
    if (!again.ok || (await store.check(sha256)) !== 'whole') unsound += 1;
  }
  const { faults } = await verifyFiles(register, store);
  const leftOver = (await readdir(incoming).catch(() => [])).length;
  return { kept: hashes.length, unsound, leftOver, rowsWithoutFile: faults.length };
}

async function memoryMb({ pid }: BuiltServer): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const found = /^VmRSS:\s*(\d+) kB/m.exec(status)?.[1];
  return found === undefined ? null : Number(found) / 1024;
}

/** True when nothing crashed, nothing unsound was kept, nothing was left half, and memory stayed bounded. */
export const isHeld = (report: UploadsReport): boolean =>
  report.hasSurvived &&
  [...report.statuses.keys()].every((status) => status < 500) &&
  report.unsound + report.leftOver + report.rowsWithoutFile === 0 &&
  (report.growthMb ?? 0) < MOST_GROWTH_MB;

/** `npm run prove -- uploads [--size N] [--seed N]`, then its control. Exit code 0 when the promise held. */
export default async function proveUploads(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { size: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
  });
  const size = Number(values.size);
  const seed = Number(values.seed);
  const onProgress = (done: number): void => {
    if (done % 100 === 0) console.log(`${done} of ${size} sent`);
  };
  const report = await sendUploads({ size, seed, isGuarded: true, onProgress });
  const { statuses, ...facts } = report;
  console.log(`answers ${[...statuses].map(([status, count]) => `${status}: ${count}`).join(', ')}`);
  console.log(JSON.stringify(facts));
  const control = await sendUploads({ size: Math.min(size, 60), seed, isGuarded: false });
  console.log(`control, which believes every file: ${control.unsound} of ${control.kept} kept files unsound`);
  const hasHeld = isHeld(report) && control.unsound > 0;
  console.log(hasHeld ? 'The promise held.' : 'The promise did not hold.');
  return hasHeld ? 0 : 1;
}
