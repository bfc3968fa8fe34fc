import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deleteMembership, setDisabledAt } from '../../db/accounts.ts';
import type { Register } from '../../db/connection.ts';
import { type Auth, createAuth } from '../../src/auth/auth.ts';
import { changeRoles } from '../../src/auth/change-roles.ts';
import { invitePerson } from '../../src/auth/invite-person.ts';
import { listPeople, openPerson } from '../../src/auth/list-people.ts';
import { offerReset } from '../../src/auth/offer-reset.ts';
import { revokeLink } from '../../src/auth/revoke-link.ts';
import { switchAccount } from '../../src/auth/switch-account.ts';
import {
  aPerson,
  aRegisterWithPeople,
  organisationA,
  organisationB,
  type People,
  storyBegins,
} from '../support/register-with.ts';

const password = 'กระบุงตะกร้าใบใหม่สีเขียว';
const from = '203.0.113.7';
const newcomer = { username: 'Malee.Test', displayName: 'มาลี ทดสอบ', password };

let register: Register;
let people: People;
let auth: Auth;
let clock: string;

beforeEach(async () => {
  ({ register, people } = await aRegisterWithPeople());
  clock = storyBegins;
  auth = createAuth({ register, isSecure: false, now: () => clock });
});
afterEach(() => {
  auth.close();
  register.close();
});

const later = (days: number): void => {
  clock = new Date(Date.parse(clock) + days * 86_400_000).toISOString();
};

async function anInvitation(): Promise<string> {
  const invitation = { role: 'editor', organisation: organisationA, note: 'มาลี' } as const;
  const made = await invitePerson(register, people.registrar, invitation, clock);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.token;
}

const countOf = (table: 'users' | 'audit' | 'one_time_links' | 'sessions'): number =>
  register.read.get<{ total: number }>(sql`SELECT count(*) AS total FROM ${sql.identifier(table)}`).total;

const signIn = (username: string) => auth.signIn({ username, password, clientAddress: from });

describe('an invitation', () => {
  test('makes an account with its role, once', async () => {
    const token = await anInvitation();
    expect(await auth.links.open(token, from)).toMatchObject({
      value: { kind: 'invitation', role: 'editor', organisation: organisationA },
    });
    expect(await auth.links.join(token, newcomer, from)).toMatchObject({ value: { username: 'malee.test' } });
    expect((await signIn('malee.test')).ok).toBe(true);
    expect(await auth.links.join(token, { ...newcomer, username: 'second' }, from)).toMatchObject({
      refusal: { code: 'link_over' },
    });
    expect(await auth.links.open(token, from)).toMatchObject({ refusal: { code: 'link_over' } });
  });

  test('makes one account when it is sent twice at the same moment', async () => {
    const token = await anInvitation();
    const before = countOf('users');
    const both = await Promise.all(
      ['first.test', 'second.test'].map((username) =>
        auth.links.join(token, { ...newcomer, username }, from),
      ),
    );
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(countOf('users')).toBe(before + 1);
  });

  test('has 256 random bits and is kept as its hash alone', async () => {
    const token = await anInvitation();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await anInvitation()).not.toBe(token);
    expect(JSON.stringify(register.read.all(sql`SELECT * FROM one_time_links`))).not.toContain(token);
    expect(JSON.stringify(register.read.all(sql`SELECT * FROM audit`))).not.toContain(token);
  });

  test('ends after seven days', async () => {
    const token = await anInvitation();
    later(6.99);
    expect((await auth.links.open(token, from)).ok).toBe(true);
    later(0.02);
    expect(await auth.links.join(token, newcomer, from)).toMatchObject({ refusal: { code: 'link_over' } });
  });

  test('ends when it is revoked', async () => {
    const token = await anInvitation();
    const page = await listPeople(register, people.registrar, clock);
    const id = page.ok ? (page.value.links[0]?.id ?? 0) : 0;
    expect((await revokeLink(register, people.registrar, id, clock)).ok).toBe(true);
    expect(await auth.links.join(token, newcomer, from)).toMatchObject({ refusal: { code: 'link_over' } });
    expect(await revokeLink(register, people.registrar, id, clock)).toMatchObject({
      refusal: { code: 'link_over' },
    });
  });

  test.each([
    [{ username: 'editor-a' }, 'username_taken'],
    [{ username: 'มาลี' }, 'content_invalid'],
    [{ displayName: ' ' }, 'content_invalid'],
    [{ password: 'short' }, 'password_too_short'],
    [{ password: 'malee.test2569' }, 'password_too_common'],
  ])('is not spent by a form that is refused: %o', async (change, code) => {
    const token = await anInvitation();
    expect(await auth.links.join(token, { ...newcomer, ...change }, from)).toMatchObject({
      refusal: { code },
    });
    expect((await auth.links.join(token, newcomer, from)).ok).toBe(true);
  });

  test('stays good for its owner while somebody guesses links', async () => {
    const token = await anInvitation();
    for (let turn = 0; turn < 40; turn += 1) await auth.links.open(`guess-${turn}`, from);
    expect(await auth.links.open('another-guess', from)).toMatchObject({
      refusal: { code: 'too_many_attempts' },
    });
    expect((await auth.links.open(token, from)).ok).toBe(true);
  });

  test('is refused for an organisation that is not there, and to a registrar of an organisation', async () => {
    const invite = (role: 'editor' | 'registrar', organisation: string | null) =>
      invitePerson(register, people.registrar, { role, organisation, note: '' }, clock);
    expect(await invite('editor', 'sao-nowhere')).toMatchObject({
      refusal: { code: 'organisation_not_found' },
    });
    expect(await invite('editor', null)).toMatchObject({ refusal: { code: 'content_invalid' } });
    expect(await invite('registrar', organisationA)).toMatchObject({ refusal: { code: 'content_invalid' } });
    expect(countOf('one_time_links')).toBe(0);
  });
});

describe('a link for a new password', () => {
  async function aPersonWithPassword(): Promise<number> {
    await auth.links.join(await anInvitation(), newcomer, from);
    return register.read.get<{ id: number }>(sql`SELECT id FROM users WHERE username = 'malee.test'`).id;
  }

  test('sets it, ends every session and the second factor; the old password opens nothing', async () => {
    const userId = await aPersonWithPassword();
    await signIn('malee.test');
    const made = await offerReset(register, people.registrar, userId, clock);
    const token = made.ok ? made.value.token : '';
    expect(await auth.links.open(token, from)).toMatchObject({
      value: { kind: 'reset', username: 'malee.test' },
    });
    const next = 'ข้าวเหนียวหมูปิ้งสะพานไม้';
    expect(await auth.links.reset(token, next, from)).toMatchObject({ value: { username: 'malee.test' } });
    expect(countOf('sessions')).toBe(0);
    expect((await signIn('malee.test')).ok).toBe(false);
    expect((await auth.signIn({ username: 'malee.test', password: next, clientAddress: from })).ok).toBe(
      true,
    );
    expect(await auth.links.reset(token, password, from)).toMatchObject({ refusal: { code: 'link_over' } });
  });

  test('ends the one before it', async () => {
    const userId = await aPersonWithPassword();
    const first = await offerReset(register, people.registrar, userId, clock);
    await offerReset(register, people.registrar, userId, clock);
    expect(await auth.links.open(first.ok ? first.value.token : '', from)).toMatchObject({
      refusal: { code: 'link_over' },
    });
  });
});

describe('roles', () => {
  const lastStays = { message: 'the last registrar stays' };
  const change = (
    kind: 'add' | 'remove',
    userId: number,
    role: 'editor' | 'publisher' | 'registrar',
    organisation: string | null,
  ) => changeRoles(register, people.registrar, userId, { kind, membership: { role, organisation } }, clock);

  test('are given and taken at once, and end the sessions of whom they concern', async () => {
    const { userId } = people.editorA;
    await register.write(async (transaction) => {
      transaction.run(
        sql`INSERT INTO sessions (id_hash, user_id, expires_at, created_at) VALUES ('x', ${userId}, 9e9, 1)`,
      );
    });
    expect((await change('add', userId, 'publisher', organisationB)).ok).toBe(true);
    expect(countOf('sessions')).toBe(0);
    const opened = await openPerson(register, people.registrar, userId);
    expect(
      opened.ok && opened.value.person.roles.map(({ role, organisation }) => [role, organisation]),
    ).toEqual([
      ['editor', organisationA],
      ['publisher', organisationB],
    ]);
    expect((await change('remove', userId, 'editor', organisationA)).ok).toBe(true);
    expect(await change('remove', userId, 'editor', organisationA)).toMatchObject({
      refusal: { code: 'nothing_changed' },
    });
    expect(await change('add', userId, 'publisher', organisationB)).toMatchObject({
      refusal: { code: 'role_held' },
    });
  });

  test('of the last registrar stay, in the verbs and in the database itself', async () => {
    const { userId } = people.registrar;
    expect(await change('remove', userId, 'registrar', null)).toMatchObject({
      refusal: { code: 'last_registrar' },
    });
    const held = { userId, role: 'registrar', organisationId: null } as const;
    await expect(register.write((transaction) => deleteMembership(transaction, held))).rejects.toMatchObject(
      lastStays,
    );
    await expect(
      register.write((transaction) => setDisabledAt(transaction, userId, clock)),
    ).rejects.toMatchObject(lastStays);
  });

  test('of a registrar go when another is left whose account can be used', async () => {
    const second = await aPerson(register, 'registrar-two', { role: 'registrar', organisation: null });
    expect((await switchAccount(register, people.registrar, second.userId, true, clock)).ok).toBe(true);
    expect(await change('remove', people.registrar.userId, 'registrar', null)).toMatchObject({
      refusal: { code: 'last_registrar' },
    });
    expect((await switchAccount(register, people.registrar, second.userId, false, clock)).ok).toBe(true);
    expect((await change('remove', people.registrar.userId, 'registrar', null)).ok).toBe(true);
  });
});

describe('an account', () => {
  test('that is closed opens nothing until it is opened again', async () => {
    await auth.links.join(await anInvitation(), newcomer, from);
    const { id } = register.read.get<{ id: number }>(sql`SELECT id FROM users WHERE username = 'malee.test'`);
    await signIn('malee.test');
    expect((await switchAccount(register, people.registrar, id, true, clock)).ok).toBe(true);
    expect(countOf('sessions')).toBe(0);
    expect(await signIn('malee.test')).toMatchObject({ refusal: { code: 'sign_in_failed' } });
    await switchAccount(register, people.registrar, id, false, clock);
    expect((await signIn('malee.test')).ok).toBe(true);
  });

  test('of oneself cannot be closed', async () => {
    const own = people.registrar.userId;
    expect(await switchAccount(register, people.registrar, own, true, clock)).toMatchObject({
      refusal: { code: 'own_account' },
    });
  });
});

test('nobody but a registrar does anything with people, and a refusal leaves no trace', async () => {
  const { userId } = people.editorA;
  const membership = { role: 'registrar', organisation: null } as const;
  const before = countOf('audit');
  for (const who of [people.editorA, people.publisherA, people.publisherB]) {
    const tries = await Promise.all([
      listPeople(register, who, clock),
      openPerson(register, who, userId),
      invitePerson(register, who, { ...membership, note: '' }, clock),
      offerReset(register, who, userId, clock),
      revokeLink(register, who, 1, clock),
      changeRoles(register, who, userId, { kind: 'add', membership }, clock),
      switchAccount(register, who, userId, true, clock),
    ]);
    for (const refusedOne of tries) expect(refusedOne).toMatchObject({ refusal: { code: 'not_permitted' } });
  }
  expect(countOf('audit')).toBe(before);
});
