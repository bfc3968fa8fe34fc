import { generate } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { addUser } from '../../src/auth/add-user.ts';
import { type Auth, createAuth } from '../../src/auth/auth.ts';
import { addresses } from '../../src/domain/addresses.ts';
import { aDeskSite, type DeskSite, type SiteAnswer } from '../support/desk-site.ts';
import { aRegisterWithPeople, organisationA, storyBegins } from '../support/register-with.ts';

/* From an invitation to a second factor, as a person without JavaScript goes through it, page by page. */

const registrarsPassword = 'ลำเหมืองสะอาดทั้งปี';
const password = 'กระบุงตะกร้าใบใหม่สีเขียว';

let register: Register;
let auth: Auth;
let site: DeskSite;
let clock = storyBegins;

beforeAll(async () => {
  ({ register } = await aRegisterWithPeople());
  auth = createAuth({ register, isSecure: false, now: () => clock });
  site = await aDeskSite(register, { auth });
  await addUser(register, {
    username: 'chief',
    displayName: 'นายทะเบียนทดสอบ',
    role: 'registrar',
    organisation: null,
    password: registrarsPassword,
    now: clock,
  });
});
afterAll(() => {
  auth.close();
  register.close();
});

const later = (minutes: number): void => {
  clock = new Date(Date.parse(clock) + minutes * 60_000).toISOString();
};
const cookieOf = (answer: SiteAnswer): string => (answer.header('set-cookie') ?? '').split(';')[0] ?? '';
const signIn = (username: string, text: string) =>
  site.ask(addresses.login(), { form: { username, password: text, next: '/desk' } });
const fieldIn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
const codeFor = (secret: string) => generate({ secret, epoch: Math.floor(Date.parse(clock) / 1000) });

test('a person is invited, joins, turns the second factor on and signs in with it', async () => {
  const chief = cookieOf(await signIn('chief', registrarsPassword));
  const form = { action: 'invite', role: 'editor', organisation: organisationA, note: 'มาลี' };
  const invited = await site.ask(addresses.people(), { cookie: chief, form });
  const link = /\/invite\/[A-Za-z0-9_-]{43}/.exec(invited.html)?.[0] ?? '';
  expect(link).not.toBe('');
  expect((await site.ask(addresses.people(), { cookie: chief })).html).not.toContain(link);

  const opened = await site.ask(link, {});
  expect(opened.html).toContain('ท่านได้รับเชิญเป็นผู้ร่าง');
  const guessable = { displayName: 'มาลี ทดสอบ', username: 'malee', newPassword: 'malee12345678' };
  const tried = await site.ask(link, { form: guessable });
  expect(tried.status).toBe(422);
  expect(tried.html).toContain('มาลี ทดสอบ');
  expect(tried.html).not.toContain('malee12345678');
  expect((await site.ask(link, { form: { ...guessable, newPassword: password } })).html).toContain('malee');
  expect((await site.ask(link, {})).status).toBe(404);

  const first = await signIn('malee', password);
  expect([first.status, first.location]).toEqual([303, '/desk']);
  const malee = cookieOf(first);
  const offer = await site.ask(addresses.secondFactor(), { cookie: malee });
  const secret = fieldIn(offer.html, 'secret');
  const wrong = await site.ask(addresses.secondFactor(), {
    cookie: malee,
    form: { action: 'turn_on', secret, code: '000000' },
  });
  expect([wrong.status, fieldIn(wrong.html, 'secret')]).toEqual([422, secret]);
  const on = await site.ask(addresses.secondFactor(), {
    cookie: malee,
    form: { action: 'turn_on', secret, code: await codeFor(secret) },
  });
  const codes = [...on.html.matchAll(/<code>([a-z2-9]{5}-[a-z2-9]{5})<\/code>/g)];
  expect(codes).toHaveLength(10);

  later(2);
  const second = await signIn('malee', password);
  expect(second.status).toBe(200);
  expect(cookieOf(second)).toBe('');
  const ticket = fieldIn(second.html, 'ticket');
  const missed = await site.ask(addresses.login(), { form: { ticket, code: '123456', next: '/desk' } });
  expect([missed.status, fieldIn(missed.html, 'ticket')]).toEqual([422, ticket]);
  const entered = await site.ask(addresses.login(), {
    form: { ticket, code: codes[0]?.[1] ?? '', next: '/desk' },
  });
  expect([entered.status, entered.location]).toEqual([303, '/desk']);
  const account = await site.ask(addresses.account(), { cookie: cookieOf(entered) });
  expect(account.html).toContain('เหลือรหัสกู้คืน 9 รหัส');
});

test('what changes the rights of people asks for the password again after a quarter of an hour, and goes on', async () => {
  const chief = cookieOf(await signIn('chief', registrarsPassword));
  later(16);
  const form = { action: 'invite', role: 'editor', organisation: organisationA, note: 'คำเชิญที่ค้างอยู่' };
  const asked = await site.ask(addresses.people(), { cookie: chief, form });
  expect(asked.html).toContain('ยืนยันรหัสผ่าน');
  expect(asked.html).toContain('คำเชิญที่ค้างอยู่');
  expect(asked.html).not.toContain('/invite/');
  const wrong = await site.ask(addresses.people(), {
    cookie: chief,
    form: { ...form, confirmPassword: 'ไม่ใช่รหัสผ่านนี้แน่' },
  });
  expect([wrong.status, wrong.html.includes('/invite/')]).toEqual([422, false]);
  expect(wrong.html).not.toContain('ไม่ใช่รหัสผ่านนี้แน่');
  const done = await site.ask(addresses.people(), {
    cookie: chief,
    form: { ...form, confirmPassword: registrarsPassword },
  });
  expect(done.html).toContain('/invite/');
});

test('a role that is taken away is gone with the next page', async () => {
  const chief = cookieOf(await signIn('chief', registrarsPassword));
  const { id } = await findMalee();
  const removed = await site.ask(addresses.person(id), {
    cookie: chief,
    form: { action: `remove_role:editor:${organisationA}` },
  });
  expect(removed.html).toContain('ถอนสิทธิ์แล้ว');
  expect(removed.html).toContain('ยังไม่มีสิทธิ์ในหน่วยงานใด');
});

async function findMalee(): Promise<{ readonly id: number }> {
  const { findUserForSignIn } = await import('../../db/accounts.ts');
  const user = await findUserForSignIn(register.read, 'malee');
  if (!user) throw new Error('malee has no account');
  return user;
}

test('a form sent after the session ended keeps what was typed, but no password', async () => {
  const form = { action: 'password', presentPassword: registrarsPassword, newPassword: password };
  const over = await site.ask(addresses.account(), { form });
  expect(over.status).toBe(401);
  expect(over.html).not.toContain(registrarsPassword);
  expect(over.html).not.toContain(password);
});
