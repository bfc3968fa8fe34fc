import type { DraftFields } from '../domain/draft.ts';
import type { AutosaveAnswer } from './autosave-answer.ts';
import type { KeepState } from './keep-state.ts';
import { type LocalCopies, sameTyped, textMark } from './local-copy.ts';

export type KeeperOptions = {
  /** Of this window. */
  readonly copy: { readonly id: string; readonly userId: string; readonly work: string };
  /** The version the page shows, and what the draft holds at it. */
  readonly version: number;
  readonly fields: DraftFields;
  readonly copies: LocalCopies;
  /** Sends a text; rejects when no answer that can be understood came. */
  readonly send: (fields: DraftFields, version: number, isLeaving: boolean) => Promise<AutosaveAnswer>;
  readonly onState: (state: KeepState) => void;
  readonly onVersion: (version: number) => void;
};

export type Keeper = {
  /** To be told of every change of the text. */
  readonly typed: (fields: DraftFields) => void;
  /** The text goes on from another version than the page showed: a local copy was taken up. */
  readonly rebase: (version: number) => void;
  /**
   * Sends at once what is unsent, and tries again if sending had failed. Resolves when the copy in this browser is
   * written, or failed. `isLeaving`: the page may be about to go.
   */
  readonly flush: (isLeaving?: boolean) => Promise<void>;
  /** Resolves when nothing is on its way any more, and keeps everything back from then on. */
  readonly settle: () => Promise<void>;
  /** True when every typed word is on the server or in this browser's store. */
  readonly isSafe: () => boolean;
  /** When the copy in this browser was written, in milliseconds; null when there is none. */
  readonly copiedAt: () => number | null;
};

/** A copy in the browser follows typing by this many milliseconds, the server by so many. */
const localDelay = 250;
const serverDelay = 1200;
const firstRetry = 1000;
const longestRetry = 30_000;

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Keeps a text while it is typed: a copy in this browser at once, on the server soon after, one send at a time. When
 * sending fails it goes on trying; when somebody else saved first it stops sending and only keeps the copy.
 */
export function createKeeper(options: KeeperOptions): Keeper {
  const { copies, send, onState, onVersion } = options;
  let { version } = options;
  let stored = options.fields;
  let typed = options.fields;
  let local: DraftFields | null = null;
  let copiedAt: number | null = null;
  let sending: DraftFields | null = null;
  let inFlight: Promise<void> = Promise.resolve();
  /** Marks of what was sent at this version without an answer: one of it may have arrived. */
  let sent: readonly string[] = [];
  let state: KeepState = { kind: 'untouched' };
  let hasProblems = false;
  let isHeld = false;
  let failures = 0;
  let localTimer: ReturnType<typeof setTimeout> | null = null;
  let serverTimer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  const isLocal = (): boolean => local !== null && sameTyped(local, typed);
  const tell = (next: KeepState): void => {
    state = next;
    onState(next);
  };
  /** Says again what holds, now that the copy is written or failed. */
  const tellLocal = (): void => {
    if ('isLocal' in state && state.isLocal !== isLocal()) tell({ ...state, isLocal: isLocal() });
  };

  const writeLocal = (): Promise<void> => {
    if (localTimer !== null) clearTimeout(localTimer);
    localTimer = null;
    writing = writing.then(async () => {
      const fields = typed;
      const at = Date.now();
      try {
        if (sameTyped(fields, stored) && !hasProblems) {
          await copies.remove(options.copy.id);
          [local, copiedAt] = [null, null];
        } else {
          await copies.put({ ...options.copy, version, fields, sent, at });
          [local, copiedAt] = [fields, at];
        }
      } catch {
        local = null;
      }
      tellLocal();
    });
    return writing;
  };

  const plan = (milliseconds: number): void => {
    if (isHeld || serverTimer !== null) return;
    serverTimer = setTimeout(() => {
      serverTimer = null;
      sendNow(false);
    }, milliseconds);
  };

  const sendNow = (isLeaving: boolean): void => {
    if (serverTimer !== null) clearTimeout(serverTimer);
    serverTimer = null;
    if (isHeld || sending !== null || sameTyped(typed, stored)) return;
    const going = typed;
    sending = going;
    sent = [...new Set([...sent, textMark(going)])];
    if (failures === 0) tell({ kind: 'saving' });
    // The copy knows what is on its way before it goes; a browser store that hangs holds nothing up.
    const isNoted = isLeaving ? Promise.resolve() : Promise.race([writeLocal(), wait(localDelay)]);
    const goingFrom = version;
    inFlight = isNoted
      .then(() => send(going, goingFrom, isLeaving))
      .then(
        (answer) => take(answer, going),
        () => fail('unreachable'),
      );
  };

  const take = (answer: AutosaveAnswer, going: DraftFields): void => {
    switch (answer.kind) {
      case 'saved':
        sending = null;
        failures = 0;
        adopt(answer.version, going);
        hasProblems = answer.problems.length > 0;
        tell(
          hasProblems
            ? { kind: 'partly_saved', at: answer.at, problems: answer.problems, isLocal: isLocal() }
            : { kind: 'saved', at: answer.at },
        );
        break;
      case 'conflict':
        sending = null;
        if (sent.includes(textMark(answer.fields))) adopt(answer.version, answer.fields);
        else {
          isHeld = true;
          tell({ kind: 'conflict', by: answer.by, isOwn: answer.isOwn, isLocal: isLocal() });
        }
        break;
      case 'session_over':
      case 'other_person':
        fail(answer.kind);
        return;
      case 'gone':
        sending = null;
        isHeld = true;
        tell({ kind: 'gone', isLocal: isLocal() });
        break;
      default:
        answer satisfies never;
    }
    void writeLocal();
    if (!sameTyped(typed, stored)) plan(serverDelay);
  };

  const adopt = (newVersion: number, fields: DraftFields): void => {
    version = newVersion;
    stored = fields;
    sent = [];
    onVersion(newVersion);
  };

  const fail = (kind: 'unreachable' | 'session_over' | 'other_person'): void => {
    sending = null;
    failures += 1;
    tell({ kind, isLocal: isLocal() });
    void writeLocal();
    plan(Math.min(longestRetry, firstRetry * 2 ** (failures - 1)));
  };

  return {
    typed: (fields) => {
      typed = fields;
      localTimer ??= setTimeout(() => void writeLocal(), localDelay);
      if (failures === 0) plan(serverDelay);
    },
    rebase: (newVersion) => {
      version = newVersion;
      sent = [];
      onVersion(newVersion);
    },
    flush: (isLeaving = false) => {
      sendNow(isLeaving);
      return localTimer !== null || !isLocal() ? writeLocal() : writing;
    },
    settle: async () => {
      if (serverTimer !== null) clearTimeout(serverTimer);
      serverTimer = null;
      await inFlight;
      await writeLocal();
      isHeld = true;
    },
    isSafe: () => isLocal() || (sameTyped(typed, stored) && !hasProblems),
    copiedAt: () => copiedAt,
  };
}
