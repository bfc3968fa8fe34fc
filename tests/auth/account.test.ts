import { sql } from 'drizzle-orm';
import { generate } from 'otplib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { type Auth, createAuth, type SignedIn } from '../../src/auth/auth.ts';
import { aRegisterWithPeople, organisationA, storyBegins } from '../support/register-with.ts';

const password = 'ลำเหมืองสะอาดทั้งปี';
const newPassword = 'กระบุงตะกร้าใบใหม่สีเขียว';
const clientAddress = '203.0.113.7';
const userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

let register: Register;
let auth: Auth;
let clock: string;

beforeEach(async () => {
  ({ register } = await aRegisterWithPeople());
  clock = storyBegins;
  auth = createAuth({ register, isSecure: false, now: () => clock });
  await addUser(register, {
    username: 'somchai.test',
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
});

const later = (seconds: number): void => {
  clock = new Date(Date.parse(clock) + seconds * 1000).toISOString();
};

async function signInStep(text = password) {
  const step = await auth.signIn({ username: 'somchai.test', password: text, clientAddress, userAgent });
  if (!step.ok) throw new Error(step.refusal.code);
  return step.value;
}

async function sessionOf(cookie: string): Promise<SignedIn> {
  const { signedIn } = await auth.read(cookie.split(';')[0] ?? '');
  if (!signedIn) throw new Error('no session');
  return signedIn;
}

async function aSession(text = password): Promise<SignedIn> {
  const step = await signInStep(text);
  if (step.kind !== 'signed_in') throw new Error('a code is needed');
  return sessionOf(step.cookie);
}

const codeNow = (secret: string): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.parse(clock) / 1000) });

async function withSecondFactor(): Promise<{
  readonly session: SignedIn;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}> {
  const session = await aSession();
  const offered = await auth.account.offerSecondFactor(session);
  if (!offered.ok) throw new Error(offered.refusal.code);
  const { secret } = offered.value;
  const on = await auth.account.turnOnSecondFactor(session, secret, await codeNow(secret));
  if (!on.ok) throw new Error(on.refusal.code);
  return { session, secret, ...on.value };
}

const auditOf = (action: string) =>
  register.read.all<{ subject: string }>(sql`SELECT subject FROM audit WHERE action = ${action}`);

describe('a new password', () => {
  const change = (session: SignedIn, present: string, next: string) =>
    auth.account.changePassword(session, { present, next }, clientAddress);

  test('needs the present one', async () => {
    const session = await aSession();
    expect(await change(session, 'ไม่ใช่รหัสผ่านเดิมแน่', newPassword)).toMatchObject({
      refusal: { code: 'password_wrong' },
    });
    expect((await signInStep()).kind).toBe('signed_in');
  });

  test('ends the sessions of other machines and keeps this one, and is in the audit', async () => {
    const here = await signInStep();
    const there = await signInStep();
    if (here.kind !== 'signed_in' || there.kind !== 'signed_in') throw new Error('a code is needed');
    expect((await change(await sessionOf(here.cookie), password, newPassword)).ok).toBe(true);
    expect((await auth.read(here.cookie.split(';')[0] ?? '')).signedIn).not.toBeNull();
    expect((await auth.read(there.cookie.split(';')[0] ?? '')).signedIn).toBeNull();
    expect((await signInStep(newPassword)).kind).toBe('signed_in');
    expect(auditOf('password.changed')).toEqual([{ subject: 'somchai.test' }]);
  });

  test.each([
    'password1234',
    'PasswordPassword',
    '123456789012',
    'qwertyuiop12',
    'aaaaaaaaaaaaaa',
    'tammanoon2569',
    'somchai.test99',
    'sao-test-north1',
    'ธรรมนูญธรรมนูญ',
    'P@ssw0rd1234',
  ])('that anybody would guess is refused: %s', async (guessable) => {
    const session = await aSession();
    expect(await change(session, password, guessable)).toMatchObject({
      refusal: { code: 'password_too_common' },
    });
  });

  test.each([newPassword, 'lamp-river-seven-basket', 'ข้าวเหนียวหมูปิ้งสะพานไม้'])(
    'of words that do not belong together is taken: %s',
    async (good) => {
      const session = await aSession();
      expect((await change(session, password, good)).ok).toBe(true);
    },
  );

  test('cannot be guessed through the form: after five wrong present passwords one has to wait', async () => {
    const session = await aSession();
    for (let turn = 0; turn < 6; turn += 1) await change(session, `คำเดาที่ ${turn} ยาวพอ`, newPassword);
    expect(await change(session, password, newPassword)).toMatchObject({
      refusal: { code: 'too_many_attempts' },
    });
    expect((await signInStep()).kind, 'and signing in is not locked by it').toBe('signed_in');
  });
});

describe('the second factor', () => {
  test('is not on before a code of the telephone was right', async () => {
    const session = await aSession();
    const offered = await auth.account.offerSecondFactor(session);
    if (!offered.ok) throw new Error(offered.refusal.code);
    expect(offered.value.uri).toContain('otpauth://totp/Tammanoon:somchai.test?secret=');
    expect(await auth.account.turnOnSecondFactor(session, offered.value.secret, '000000')).toMatchObject({
      refusal: { code: 'code_wrong' },
    });
    expect((await signInStep()).kind).toBe('signed_in');
    expect((await auth.account.read(session)).secondFactor).toBeNull();
  });

  test('asks for a code after the password, and the session opens with it', async () => {
    const { secret } = await withSecondFactor();
    later(60);
    const step = await signInStep();
    if (step.kind !== 'code_needed') throw new Error('no code was asked for');
    const entered = await auth.enterCode({ ticket: step.ticket, code: await codeNow(secret), clientAddress });
    expect(entered.ok && (await sessionOf(entered.value.cookie)).username).toBe('somchai.test');
  });

  test('takes a code once: the one it was turned on with opens nothing, nor does any twice', async () => {
    const { secret } = await withSecondFactor();
    const code = await codeNow(secret);
    const first = await signInStep();
    if (first.kind !== 'code_needed') throw new Error('no code was asked for');
    expect(await auth.enterCode({ ticket: first.ticket, code, clientAddress })).toMatchObject({
      refusal: { code: 'code_wrong' },
    });
    later(60);
    const fresh = await codeNow(secret);
    const steps = [await signInStep(), await signInStep()];
    const entered = await Promise.all(
      steps.map((step) =>
        auth.enterCode({
          ticket: step.kind === 'code_needed' ? step.ticket : '',
          code: fresh,
          clientAddress,
        }),
      ),
    );
    expect(entered.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('lets clocks differ by half a minute, and no more', async () => {
    const { secret } = await withSecondFactor();
    later(300);
    const early = await codeNow(secret);
    later(30);
    const late = await signInStep();
    expect(
      (
        await auth.enterCode({
          ticket: late.kind === 'code_needed' ? late.ticket : '',
          code: early,
          clientAddress,
        })
      ).ok,
    ).toBe(true);
    const old = await codeNow(secret);
    later(90);
    const later2 = await signInStep();
    expect(
      (
        await auth.enterCode({
          ticket: later2.kind === 'code_needed' ? later2.ticket : '',
          code: old,
          clientAddress,
        })
      ).ok,
    ).toBe(false);
  });

  test('waits five minutes for the code; then the password is typed again', async () => {
    const { secret } = await withSecondFactor();
    later(60);
    const step = await signInStep();
    later(301);
    const ticket = step.kind === 'code_needed' ? step.ticket : '';
    expect(await auth.enterCode({ ticket, code: await codeNow(secret), clientAddress })).toMatchObject({
      refusal: { code: 'sign_in_over' },
    });
  });

  test('cannot be guessed: after five wrong codes one has to wait, from any machine', async () => {
    const { secret } = await withSecondFactor();
    later(60);
    const step = await signInStep();
    const ticket = step.kind === 'code_needed' ? step.ticket : '';
    for (let turn = 0; turn < 6; turn += 1) {
      await auth.enterCode({ ticket, code: `00000${turn}`, clientAddress: `198.51.100.${turn}` });
    }
    const right = await codeNow(secret);
    expect(await auth.enterCode({ ticket, code: right, clientAddress: '192.0.2.1' })).toMatchObject({
      refusal: { code: 'too_many_attempts' },
    });
  });

  test('gives ten recovery codes, each of which opens once, and keeps only their hashes', async () => {
    const { recoveryCodes } = await withSecondFactor();
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = JSON.stringify(register.read.all(sql`SELECT * FROM recovery_codes`));
    for (const code of recoveryCodes) expect(stored).not.toContain(code);
    const [code = ''] = recoveryCodes;
    const enter = async () => {
      const step = await signInStep();
      const ticket = step.kind === 'code_needed' ? step.ticket : '';
      return auth.enterCode({ ticket, code: code.toUpperCase().replace('-', ' '), clientAddress });
    };
    expect(await enter()).toMatchObject({ ok: true, value: { recoveryLeft: 9 } });
    expect(await enter()).toMatchObject({ refusal: { code: 'code_wrong' } });
    expect(auditOf('recovery_code.spent')).toHaveLength(1);
  });

  test('is turned off with the password and a code, not with one of them', async () => {
    const { session, secret, recoveryCodes } = await withSecondFactor();
    later(60);
    const off = (text: string, code: string) =>
      auth.account.turnOffSecondFactor(session, { password: text, code }, clientAddress);
    expect(await off('ไม่ใช่รหัสผ่านนี้แน่', await codeNow(secret))).toMatchObject({
      refusal: { code: 'password_wrong' },
    });
    expect(await off(password, '123456')).toMatchObject({ refusal: { code: 'code_wrong' } });
    expect((await auth.account.read(session)).secondFactor).toMatchObject({ recoveryLeft: 10 });
    expect((await off(password, recoveryCodes[0] ?? '')).ok).toBe(true);
    expect((await auth.account.read(session)).secondFactor).toBeNull();
    expect((await signInStep()).kind).toBe('signed_in');
  });
});

describe("one's own sessions", () => {
  test('are told by browser and time, and say which one this is', async () => {
    const session = await aSession();
    const { sessions } = await auth.account.read(session);
    expect(sessions).toEqual([
      {
        key: session.sessionKey,
        isThisOne: true,
        browser: 'Firefox · Windows',
        openedAt: '2026-11-22T02:00:00.000Z',
        lastSeenAt: '2026-11-22T02:00:00.000Z',
        endsAt: '2026-11-29T02:00:00.000Z',
      },
    ]);
  });

  test('are ended one by one or all but this, never those of another person', async () => {
    const here = await aSession();
    const there = await aSession();
    await aSession();
    await auth.account.endSession(here, there.sessionKey);
    expect((await auth.account.read(here)).sessions).toHaveLength(2);
    await addUser(register, {
      username: 'malee.test',
      displayName: 'มาลี ทดสอบ',
      role: 'editor',
      organisation: organisationA,
      password,
      now: clock,
    });
    const other = await auth.signIn({ username: 'malee.test', password, clientAddress });
    if (!other.ok || other.value.kind !== 'signed_in') throw new Error('malee cannot sign in');
    const malee = await sessionOf(other.value.cookie);
    await auth.account.endSession(here, malee.sessionKey);
    await auth.account.endOtherSessions(here);
    expect((await auth.account.read(here)).sessions.map(({ key }) => key)).toEqual([here.sessionKey]);
    expect((await auth.account.read(malee)).sessions).toHaveLength(1);
  });

  test('know to five minutes when they were used last', async () => {
    const step = await signInStep();
    if (step.kind !== 'signed_in') throw new Error('a code is needed');
    later(600);
    const session = await sessionOf(step.cookie);
    expect((await auth.account.read(session)).sessions[0]?.lastSeenAt).toBe('2026-11-22T02:10:00.000Z');
  });

  test('count as confirmed for a quarter of an hour, and again after the password', async () => {
    const step = await signInStep();
    if (step.kind !== 'signed_in') throw new Error('a code is needed');
    expect(auth.account.isConfirmed(await sessionOf(step.cookie))).toBe(true);
    later(901);
    const session = await sessionOf(step.cookie);
    expect(auth.account.isConfirmed(session)).toBe(false);
    expect((await auth.account.confirm(session, 'ผิดแน่นอนเลยนะ', clientAddress)).ok).toBe(false);
    expect((await auth.account.confirm(session, password, clientAddress)).ok).toBe(true);
    expect(auth.account.isConfirmed(await sessionOf(step.cookie))).toBe(true);
  });
});
