import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DraftFields } from '../../src/domain/draft.ts';
import type { AutosaveAnswer } from '../../src/writing/autosave-answer.ts';
import { createKeeper } from '../../src/writing/keep-draft.ts';
import type { KeepState } from '../../src/writing/keep-state.ts';
import { judgeCopy, type LocalCopies, type LocalCopy, textMark } from '../../src/writing/local-copy.ts';

const opened: DraftFields = {
  summary: '',
  changeKind: 'first',
  changeNote: '',
  body: 'ข้อ 1',
};
const text = (body: string): DraftFields => ({ ...opened, body });
const at = '2026-11-22T03:42:00.000Z';

type Server = (fields: DraftFields, version: number) => AutosaveAnswer | 'no answer';

/** A server that holds one draft and knows nothing of networks. */
function aServer() {
  const draft = { version: 1, fields: opened };
  const answer: Server = (fields, version) => {
    if (version !== draft.version) {
      return { kind: 'conflict', version: draft.version, by: 'ผู้ทดสอบ', isOwn: false, fields: draft.fields };
    }
    draft.version += 1;
    draft.fields = fields;
    return { kind: 'saved', version: draft.version, at, problems: [] };
  };
  return { draft, answer };
}

function aKeeper(server: Server, isKeeping = true) {
  const copies = new Map<string, LocalCopy>();
  const states: KeepState[] = [];
  const store: LocalCopies = {
    put: async (copy) => {
      if (!isKeeping) throw new Error('this browser keeps nothing');
      copies.set(copy.id, copy);
    },
    remove: async (id) => void copies.delete(id),
    list: async () => [...copies.values()],
  };
  const keeper = createKeeper({
    copy: { id: 'window-1', userId: '1', work: 'charters/test' },
    version: 1,
    fields: opened,
    copies: store,
    send: async (fields, version) => {
      const answer = server(fields, version);
      if (answer === 'no answer') throw new TypeError('no answer');
      return answer;
    },
    onState: (state) => states.push(state),
    onVersion: () => undefined,
  });
  return {
    keeper,
    copy: () => copies.get('window-1') ?? null,
    kinds: () => states.map(({ kind }) => kind),
    states,
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a text that is being typed', () => {
  test('is in this browser after a quarter of a second, and on the server within two', async () => {
    const { draft, answer } = aServer();
    const { keeper, copy, kinds } = aKeeper(answer);
    keeper.typed(text('ข้อ 1 ก'));
    expect(keeper.isSafe()).toBe(false);
    await pass(300);
    expect(copy()).toMatchObject({ version: 1, fields: { body: 'ข้อ 1 ก' } });
    expect(keeper.isSafe()).toBe(true);
    await pass(1700);
    expect(draft).toMatchObject({ version: 2, fields: { body: 'ข้อ 1 ก' } });
    expect(copy()).toBeNull();
    expect(kinds()).toEqual(['saving', 'saved']);
  });

  test('without a pause reaches both all the same', async () => {
    const { draft, answer } = aServer();
    const { keeper, copy } = aKeeper(answer);
    for (let count = 1; count <= 40; count += 1) {
      keeper.typed(text('ก'.repeat(count)));
      await pass(100);
    }
    expect(draft.fields.body.length).toBeGreaterThan(20);
    expect(copy()?.fields.body.length ?? 0).toBeGreaterThan(35);
    await pass(2000);
    expect(draft.fields.body).toBe('ก'.repeat(40));
  });

  test('and changed back to what is stored asks for nothing', async () => {
    const { draft, answer } = aServer();
    const { keeper, copy } = aKeeper(answer);
    keeper.typed(text('ข้อ 1 ก'));
    keeper.typed(opened);
    await pass(5000);
    expect([draft.version, copy(), keeper.isSafe()]).toEqual([1, null, true]);
  });
});

describe('when no answer comes', () => {
  test('the text stays in this browser, and goes on by itself when the line is back', async () => {
    const { draft, answer } = aServer();
    let isOffline = true;
    const { keeper, copy, states } = aKeeper((fields, version) =>
      isOffline ? 'no answer' : answer(fields, version),
    );
    keeper.typed(text('ข้อ 1 ก'));
    await pass(10_000);
    expect(states.at(-1)).toEqual({ kind: 'unreachable', isLocal: true });
    keeper.typed(text('ข้อ 1 ก ข'));
    await pass(300);
    expect(copy()?.fields.body).toBe('ข้อ 1 ก ข');
    isOffline = false;
    await pass(31_000);
    expect(draft).toMatchObject({ version: 2, fields: { body: 'ข้อ 1 ก ข' } });
    expect(copy()).toBeNull();
  });

  test('but the text had arrived, it is not taken for the text of somebody else', async () => {
    const { draft, answer } = aServer();
    let isAnswerLost = true;
    const { keeper, kinds } = aKeeper((fields, version) => {
      const given = answer(fields, version);
      return isAnswerLost ? 'no answer' : given;
    });
    keeper.typed(text('ข้อ 1 ก'));
    await pass(1300);
    isAnswerLost = false;
    keeper.typed(text('ข้อ 1 ก ข'));
    await pass(10_000);
    expect(draft).toMatchObject({ version: 3, fields: { body: 'ข้อ 1 ก ข' } });
    expect(kinds()).not.toContain('conflict');
  });

  test('but the first of several had arrived, none of them is taken for the text of somebody else', async () => {
    const { draft, answer } = aServer();
    const fates = ['arrives', 'lost', 'lost'];
    const { keeper, kinds } = aKeeper((fields, version) => {
      const fate = fates.shift();
      if (fate === 'lost') return 'no answer';
      const given = answer(fields, version);
      return fate === 'arrives' ? 'no answer' : given;
    });
    for (const word of ['ก', 'ข', 'ค', 'ง']) {
      keeper.typed(text(`ข้อ 1 ${word}`));
      await pass(2000);
    }
    await pass(31_000);
    expect(kinds()).not.toContain('conflict');
    expect(draft.fields.body).toBe('ข้อ 1 ง');
  });

  test('and this browser keeps nothing either, that is told', async () => {
    const { keeper, states } = aKeeper(() => 'no answer', false);
    keeper.typed(text('ข้อ 1 ก'));
    await pass(3000);
    expect(states.at(-1)).toEqual({ kind: 'unreachable', isLocal: false });
    expect(keeper.isSafe()).toBe(false);
  });
});

describe('when somebody saved first', () => {
  test('nothing more is sent, and every word typed since is kept here', async () => {
    const { draft, answer } = aServer();
    const { keeper, copy, states } = aKeeper(answer);
    Object.assign(draft, { version: 2, fields: text('ข้อความของคนอื่น') });
    keeper.typed(text('ข้อ 1 ก'));
    await pass(2000);
    keeper.typed(text('ข้อ 1 ก ข'));
    await pass(60_000);
    expect(draft.fields.body).toBe('ข้อความของคนอื่น');
    expect(copy()).toMatchObject({ version: 1, fields: { body: 'ข้อ 1 ก ข' } });
    expect(states.at(-1)).toMatchObject({ kind: 'conflict', by: 'ผู้ทดสอบ' });
  });
});

describe('when the session is over', () => {
  test('the text waits here and goes on after signing in', async () => {
    const { draft, answer } = aServer();
    let isOver = true;
    const { keeper, copy, states } = aKeeper((fields, version) =>
      isOver ? { kind: 'session_over' } : answer(fields, version),
    );
    keeper.typed(text('ข้อ 1 ก'));
    await pass(3000);
    expect(states.at(-1)).toEqual({ kind: 'session_over', isLocal: true });
    expect(copy()).not.toBeNull();
    isOver = false;
    keeper.flush();
    await pass(100);
    expect(draft.fields.body).toBe('ข้อ 1 ก');
  });
});

describe('a field that cannot be stored', () => {
  test('stays in this browser until it can', async () => {
    const answers: AutosaveAnswer[] = [
      { kind: 'saved', version: 2, at, problems: [{ field: 'summary', reason: 'too_long' }] },
      { kind: 'saved', version: 3, at, problems: [] },
    ];
    const { keeper, copy, kinds } = aKeeper(() => answers.shift() ?? 'no answer');
    keeper.typed({ ...opened, summary: 'ยาวเกินไป' });
    await pass(2000);
    expect(copy()).toMatchObject({ version: 2, fields: { summary: 'ยาวเกินไป' } });
    keeper.typed({ ...opened, summary: 'สั้นลง' });
    await pass(2000);
    expect(copy()).toBeNull();
    expect(kinds()).toEqual(['saving', 'partly_saved', 'saving', 'saved']);
  });
});

describe('a copy that is found when the page is opened', () => {
  const copy: LocalCopy = {
    id: 'window-1',
    userId: '1',
    work: 'charters/test',
    version: 3,
    fields: text('ข้อ 1 ก ข'),
    sent: [textMark(text('ข้อ 1')), textMark(text('ข้อ 1 ก'))],
    at: 0,
  };

  test('is done with when the server has it, whatever the blanks around it', () => {
    expect(judgeCopy(copy, { version: 4, fields: text('ข้อ 1 ก ข\n') })).toEqual({ kind: 'stored' });
  });

  test('goes on from where it began', () => {
    expect(judgeCopy(copy, { version: 4, fields: text('อื่น') })).toEqual({ kind: 'unsent', version: 3 });
  });

  test('goes on from what had arrived of it', () => {
    expect(judgeCopy(copy, { version: 4, fields: text('ข้อ 1 ก') })).toEqual({ kind: 'unsent', version: 4 });
  });
});
