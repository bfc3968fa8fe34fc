import type { LocalCopies } from '../../writing/local-copy.ts';

/*
 * Which local copy belongs to this window. The name is kept with the window, so that a reload or a form that was sent
 * finds its own copy again; a lock tells the other windows that it is in use.
 */
type Owner = { readonly copies: LocalCopies; readonly userId: string };

const nameKey = (work: string): string => `copy-of:${work}`;
const submittedKey = (work: string): string => `submitted:${work}`;
const lockName = (id: string): string => `tammanoon-copy:${id}`;

/**
 * The name of this window's copy of a work, held until the window goes. When a form that was sent from here was just
 * saved, the copy of it is done with.
 * @param isJustSaved the page says that the form was saved
 */
export async function claimWindow(work: string, owner: Owner, isJustSaved: boolean): Promise<string> {
  const known = sessionStorage.getItem(nameKey(work));
  const id = known !== null && (await hold(known)) ? known : await claimNew();
  sessionStorage.setItem(nameKey(work), id);
  const submittedAt = sessionStorage.getItem(submittedKey(work));
  sessionStorage.removeItem(submittedKey(work));
  if (isJustSaved && submittedAt !== null) await removeSubmitted(owner, id, Number(submittedAt));
  return id;
}

/** Before a form is sent: notes the copy of exactly its text, to be removed when the form was saved. */
export function noteSubmitted(work: string, copiedAt: number | null): void {
  if (copiedAt === null) sessionStorage.removeItem(submittedKey(work));
  else sessionStorage.setItem(submittedKey(work), String(copiedAt));
}

/** The copies that an open window is using. Where the browser cannot tell, none. */
export async function copiesInUse(): Promise<ReadonlySet<string>> {
  const locks = await lockManager()?.query();
  return new Set(locks?.held?.map(({ name = '' }) => name.slice(lockName('').length)) ?? []);
}

async function claimNew(): Promise<string> {
  const id = [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(36)).join('');
  await hold(id);
  return id;
}

/** Only pages of a safe origin have locks. */
const lockManager = (): LockManager | null => ('locks' in navigator ? navigator.locks : null);

/** Holds the lock of a copy as long as the page lives; false when another window holds it. */
function hold(id: string): Promise<boolean> {
  const locks = lockManager();
  if (locks === null) return Promise.resolve(true);
  return new Promise((resolve) => {
    void locks.request(lockName(id), { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock === null ? undefined : new Promise(() => undefined);
    });
  });
}

/** Only what was sent is done with: after going on from an older page the copy may hold more. */
async function removeSubmitted({ copies, userId }: Owner, id: string, at: number): Promise<void> {
  const kept = await copies.list(userId).catch(() => []);
  if (kept.some((copy) => copy.id === id && copy.at === at)) await copies.remove(id);
}
