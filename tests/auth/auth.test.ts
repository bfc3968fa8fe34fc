import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { type Auth, createAuth } from '../../src/auth/auth.ts';
import { createPasswords, type Passwords } from '../../src/auth/passwords.ts';
import { aRegisterWithPeople, organisationA, storyBegins } from '../support/register-with.ts';

const password = 'ลำเหมืองสะอาดทั้งปี';
const office = '203.0.113.7';

let register: Register;
let auth: Auth;
let clock: string;
let verified: (string | null)[];

beforeEach(async () => {
  ({ register } = await aRegisterWithPeople());
  clock = storyBegins;
  verified = [];
  const passwords = createPasswords();
  const counted: Passwords = {
    hash: passwords.hash,
    verify: (hash, text) => {
      verified.push(hash);
      return passwords.verify(hash, text);
    },
  };
  auth = createAuth({ register, isSecure: false, now: () => clock, passwords: counted });
  await addUser(register, {
    username: 'Somchai.Test',
    displayName: 'สมชาย ทดสอบ',
    role: 'editor',
    organisation: organisationA,
    password,
    now: clock,
  });
});

afterEach(() => {
  auth.close();
  register.close();
  vi.useRealTimers();
});

const signIn = (text: string, username = 'somchai.test', clientAddress = office) =>
  auth.signIn({ username, password: text, clientAddress });

/** The cookie of a sign-in that needed no second step. */
function cookieIn(result: Awaited<ReturnType<typeof signIn>>): string {
  return result.ok && result.value.kind === 'signed_in' ? result.value.cookie : '';
}

async function signedInCookie(): Promise<string> {
  const result = await signIn(password);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return cookieIn(result).split(';')[0] ?? '';
}

function later(hours: number): void {
  clock = new Date(Date.parse(clock) + hours * 3_600_000).toISOString();
}

describe('signing in', () => {
  test('opens a session whose cookie scripts and other sites do not get', async () => {
    const result = await signIn(password);
    expect(cookieIn(result)).toMatch(
      /^session=[a-z2-7]{40}; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax$/,
    );
  });

  test('is in the audit with who and when, and a refused try is not', async () => {
    await signIn('ผิดแน่นอนนะ');
    later(1);
    await signIn(password);
    const entries = register.read.all<{ at: string; subject: string; username: string }>(
      sql`SELECT at, subject, username FROM audit JOIN users ON users.id = user_id WHERE action = 'session.opened'`,
    );
    expect(entries).toEqual([{ at: clock, subject: 'somchai.test', username: 'somchai.test' }]);
  });

  test('behind https sets a __Host- cookie that travels over https only', async () => {
    const secure = createAuth({ register, isSecure: true, now: () => clock });
    const result = await secure.signIn({ username: 'somchai.test', password, clientAddress: office });
    secure.close();
    expect(cookieIn(result)).toMatch(
      /^__Host-session=[a-z2-7]{40}; HttpOnly; Max-Age=43200; Path=\/; SameSite=Lax; Secure$/,
    );
  });

  test('takes the user name in any case', async () => {
    expect((await signIn(password, ' SOMCHAI.test ')).ok).toBe(true);
  });

  test('tells who is there and with which roles', async () => {
    const { signedIn } = await auth.read(await signedInCookie());
    expect(signedIn).toMatchObject({
      username: 'somchai.test',
      displayName: 'สมชาย ทดสอบ',
      actor: { memberships: [{ role: 'editor', organisation: organisationA }] },
    });
  });

  test('answers an unknown user, a disabled user and a wrong password alike, after the same work', async () => {
    const wrong = await signIn('ไม่ใช่รหัสผ่านนี้แน่');
    const unknown = await signIn(password, 'nobody.test');
    register.read.run(sql`UPDATE users SET disabled_at = ${clock} WHERE username = 'somchai.test'`);
    const disabled = await signIn(password);
    expect(wrong).toEqual({ ok: false, refusal: { code: 'sign_in_failed' } });
    expect(unknown).toEqual(wrong);
    expect(disabled).toEqual(wrong);
    expect(verified).toHaveLength(3);
  });
});

describe('a session', () => {
  test('is not in the database under its own id', async () => {
    const id = (await signedInCookie()).split('=')[1] ?? '';
    const rows = JSON.stringify(register.read.all(sql`SELECT * FROM sessions`));
    expect(rows).toMatch(/[0-9a-f]{64}/);
    expect(rows).not.toContain(id);
  });

  test('cannot be opened with what the database holds', async () => {
    await signedInCookie();
    const [row] = register.read.all<{ id_hash: string }>(sql`SELECT id_hash FROM sessions`);
    expect(await auth.read(`session=${row?.id_hash}`)).toEqual({ signedIn: null, cookie: null });
  });

  test('planted before sign-in stays dead: signing in makes a new one', async () => {
    const planted = `session=${'a'.repeat(40)}`;
    const opened = await signedInCookie();
    expect(opened).not.toBe(planted);
    expect((await auth.read(planted)).signedIn).toBeNull();
  });

  test.each(['', 'session=', 'session=%', 'session=%E0%A4', 'other=1; ;;=', 'session=../../etc; session=x'])(
    'is not found in the Cookie header "%s"',
    async (header) => {
      expect((await auth.read(header)).signedIn).toBeNull();
    },
  );

  test('ends after twelve hours without a request, and its row goes', async () => {
    const cookie = await signedInCookie();
    later(11.9);
    expect((await auth.read(cookie)).signedIn).not.toBeNull();
    later(12.1);
    const reading = await auth.read(cookie);
    expect(reading.signedIn).toBeNull();
    expect(reading.cookie).toContain('Max-Age=0');
    expect(register.read.all(sql`SELECT * FROM sessions`)).toEqual([]);
  });

  test('is renewed under the same id in the second half of its idle time, and only then', async () => {
    const cookie = await signedInCookie();
    later(5);
    expect((await auth.read(cookie)).cookie).toBeNull();
    later(2);
    expect((await auth.read(cookie)).cookie).toMatch(new RegExp(`^${cookie}; HttpOnly; Max-Age=43200;`));
  });

  test('ends seven days after sign-in, however busy', async () => {
    const cookie = await signedInCookie();
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      later(8);
      expect((await auth.read(cookie)).signedIn, `after ${hours + 8} hours`).not.toBeNull();
    }
    later(7.9);
    expect((await auth.read(cookie)).signedIn).not.toBeNull();
    later(0.2);
    expect((await auth.read(cookie)).signedIn).toBeNull();
  });

  test('ends at once for a user who is disabled', async () => {
    const cookie = await signedInCookie();
    register.read.run(sql`UPDATE users SET disabled_at = ${clock} WHERE username = 'somchai.test'`);
    expect((await auth.read(cookie)).signedIn).toBeNull();
  });

  test('carries no role of its own: one taken away is gone at the next request', async () => {
    const cookie = await signedInCookie();
    register.read.run(
      sql`DELETE FROM memberships WHERE user_id = (SELECT id FROM users WHERE username = 'somchai.test')`,
    );
    expect((await auth.read(cookie)).signedIn?.actor.memberships).toEqual([]);
  });

  test('that has expired leaves the database within the hour', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const tidy = createAuth({ register, isSecure: false, now: () => clock });
    await signedInCookie();
    later(13);
    await vi.advanceTimersByTimeAsync(3_600_000);
    await register.write(async () => undefined);
    expect(register.read.all(sql`SELECT * FROM sessions`)).toEqual([]);
    tidy.close();
  });

  test('is over after signing out', async () => {
    const cookie = await signedInCookie();
    expect(await auth.signOut(cookie)).toContain('session=; HttpOnly; Max-Age=0; Path=/');
    expect((await auth.read(cookie)).signedIn).toBeNull();
  });
});

describe('guessing', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });

  const guesses = async (
    count: number,
    username: (index: number) => string,
    source: (index: number) => string,
  ) =>
    Promise.all(
      Array.from({ length: count }, (_, index) =>
        signIn(`คำเดาที่ ${index} ยาวพอ`, username(index), source(index)),
      ),
    );

  test.each(['somchai.test', 'nobody.test'])(
    'at %s a hundred times at once from everywhere is checked six times',
    async (username) => {
      const answers = await guesses(
        100,
        () => username,
        (index) => `203.0.${index}.7`,
      );
      expect(verified).toHaveLength(6);
      expect(
        answers.filter((answer) => !answer.ok && answer.refusal.code === 'too_many_attempts'),
      ).toHaveLength(94);
    },
  );

  test('makes even the right password wait, but never for good', async () => {
    await guesses(
      20,
      () => 'somchai.test',
      (index) => `203.0.${index}.7`,
    );
    const waiting = await signIn(password);
    expect(waiting).toMatchObject({
      ok: false,
      refusal: { code: 'too_many_attempts', retryAfterSeconds: 30 },
    });
    await vi.advanceTimersByTimeAsync(31_000);
    expect((await signIn(password)).ok).toBe(true);
  });

  test('many names from one source is slowed down, and other sources are not', async () => {
    await guesses(
      60,
      (index) => `name-${index}`,
      () => office,
    );
    expect(verified).toHaveLength(31);
    expect(await signIn(password)).toMatchObject({ ok: false, refusal: { code: 'too_many_attempts' } });
    expect((await signIn(password, 'somchai.test', '198.51.100.9')).ok).toBe(true);
  });
});
