import { parseOptions } from '@node-rs/argon2';
import { describe, expect, test } from 'vitest';
import { createPasswords, decoyHash, passwordMaximum, TooManyHashes } from '../../src/auth/passwords.ts';

const passwords = createPasswords();

async function hashed(password: string): Promise<string> {
  const result = await passwords.hash(password);
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

describe('a password', () => {
  test('fits its own hash and no other password does', async () => {
    const hash = await hashed('correct horse battery');
    expect(await passwords.verify(hash, 'correct horse battery')).toBe(true);
    expect(await passwords.verify(hash, 'correct horse batterz')).toBe(false);
  });

  test('may be Thai, and is the same password in decomposed form', async () => {
    const hash = await hashed('น้ำพริกหนุ่มกับแคบหมู');
    expect(await passwords.verify(hash, 'น้ำพริกหนุ่มกับแคบหมู')).toBe(true);
    expect(await passwords.verify(hash, 'น้ำพริกหนุ่มกับแคบหมู'.replaceAll('\u0e33', '\u0e4d\u0e32'))).toBe(true);
    expect(await passwords.verify(hash, 'น้ำพริกหนุ่มกับแคบหมา')).toBe(false);
  });

  test('of eleven characters is too short and of twelve is not', async () => {
    expect(await passwords.hash('12345678901')).toEqual({
      ok: false,
      refusal: { code: 'password_too_short', minimum: 12 },
    });
    expect((await passwords.hash('123456789012')).ok).toBe(true);
  });

  test('of 256 characters counts whole, and a longer one is refused', async () => {
    const longest = `${'ก'.repeat(passwordMaximum - 1)}ข`;
    const hash = await hashed(longest);
    expect(await passwords.verify(hash, longest)).toBe(true);
    expect(await passwords.verify(hash, `${'ก'.repeat(passwordMaximum - 1)}ค`)).toBe(false);
    expect(await passwords.verify(hash, `${longest}ค`)).toBe(false);
    expect(await passwords.hash(`${longest}ค`)).toEqual({
      ok: false,
      refusal: { code: 'password_too_long', maximum: 256 },
    });
  });

  test('is kept as argon2id at the cost OWASP asks for', async () => {
    const { algorithm, memoryCost, timeCost, parallelism } = parseOptions(
      await hashed('correct horse battery'),
    );
    expect({ algorithm, memoryCost, timeCost, parallelism }).toEqual({
      algorithm: 2,
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
    });
  });
});

describe('a user who does not exist', () => {
  test('costs as much to verify as one who does', async () => {
    expect(parseOptions(decoyHash)).toEqual(parseOptions(await hashed('correct horse battery')));
  });

  test('is never verified, not even by the text behind the decoy', async () => {
    expect(await passwords.verify(null, 'correct horse battery')).toBe(false);
    expect(await passwords.verify(null, '')).toBe(false);
  });
});

test('at most two passwords are hashed at a time, a hundred wait, and more are turned away', async () => {
  const crowded = createPasswords();
  const tries = Array.from({ length: 110 }, () => crowded.verify(null, 'x'));
  const ends = await Promise.allSettled(tries);
  const turnedAway = ends.filter((end) => end.status === 'rejected' && end.reason instanceof TooManyHashes);
  expect(turnedAway).toHaveLength(110 - 2 - 100);
});
