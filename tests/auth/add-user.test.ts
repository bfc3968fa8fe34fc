import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Register } from '../../db/connection.ts';
import { addUser, type NewUser } from '../../src/auth/add-user.ts';
import { aRegisterWithPeople, organisationA, storyBegins } from '../support/register-with.ts';

let register: Register;

beforeEach(async () => {
  ({ register } = await aRegisterWithPeople());
});
afterEach(() => register.close());

const someone: NewUser = {
  username: 'malee.test',
  displayName: 'มาลี ทดสอบ',
  role: 'publisher',
  organisation: organisationA,
  password: 'a long enough password',
  now: storyBegins,
};

const usersNamed = (username: string) =>
  register.read.all(sql`SELECT username, display_name FROM users WHERE username = ${username}`);

test('a person is added with one role, and the audit says so without the password', async () => {
  const added = await addUser(register, someone);
  expect(added.ok && added.value.username).toBe('malee.test');
  const [entry] = register.read.all<{ user_id: null; details: string }>(
    sql`SELECT user_id, details FROM audit WHERE action = 'user.added' AND subject = 'malee.test'`,
  );
  expect(entry).toEqual({
    user_id: null,
    details: JSON.stringify({ role: 'publisher', organisation: organisationA }),
  });
});

test('a registrar belongs to no organisation', async () => {
  expect((await addUser(register, { ...someone, role: 'registrar', organisation: null })).ok).toBe(true);
  const refusedOne = await addUser(register, { ...someone, username: 'other', role: 'registrar' });
  expect(refusedOne).toMatchObject({
    refusal: { code: 'content_invalid', problems: [{ field: 'organisation' }] },
  });
});

test.each<[Partial<NewUser>, object]>([
  [{ username: 'EDITOR-A' }, { code: 'username_taken', username: 'editor-a' }],
  [{ organisation: 'sao-nowhere' }, { code: 'organisation_not_found', slug: 'sao-nowhere' }],
  [
    { organisation: null },
    { code: 'content_invalid', problems: [{ field: 'organisation', reason: 'required' }] },
  ],
  [{ password: 'too short' }, { code: 'password_too_short', minimum: 12 }],
  [{ password: 'x'.repeat(257) }, { code: 'password_too_long', maximum: 256 }],
  [
    { displayName: ' ' },
    { code: 'content_invalid', problems: [{ field: 'displayName', reason: 'required' }] },
  ],
])('%o is refused and nothing is stored', async (change, refusal) => {
  const before = register.read.get<{ total: number }>(sql`SELECT count(*) AS total FROM users`);
  expect(await addUser(register, { ...someone, ...change })).toMatchObject({ ok: false, refusal });
  expect(register.read.get(sql`SELECT count(*) AS total FROM users`)).toEqual(before);
});

test.each(['a', '.dot', 'มาลี', 'two words', `${'x'.repeat(41)}`, 'a@b', "x'; DROP TABLE users;--"])(
  '"%s" is no user name',
  async (username) => {
    const result = await addUser(register, { ...someone, username });
    expect(result).toMatchObject({ refusal: { code: 'content_invalid', problems: [{ field: 'username' }] } });
  },
);

test.each(['ab', 'malee.test-2_x', 'Malee@sao-test.example'])('"%s" is a user name', async (username) => {
  expect((await addUser(register, { ...someone, username })).ok).toBe(true);
  expect(usersNamed(username)).toHaveLength(1);
});
