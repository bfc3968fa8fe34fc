import { describe, expect, test } from 'vitest';
import { type Actor, type Membership, may, roles, type WorkAction } from '../../src/domain/permission.ts';

const actor = (...memberships: Membership[]): Actor => ({ userId: 7, memberships });
const ofA = { steward: 'a' };
const ofNobody = { steward: null };

/** One row per role: what it may do to a work of its own organisation, of another, and of the registry. */
const table: Readonly<
  Record<(typeof roles)[number], Readonly<Record<WorkAction, [boolean, boolean, boolean]>>>
> = {
  editor: { read_draft: [true, false, false], edit: [true, false, false], publish: [false, false, false] },
  publisher: { read_draft: [true, false, false], edit: [true, false, false], publish: [true, false, false] },
  registrar: { read_draft: [true, true, true], edit: [true, true, true], publish: [true, true, true] },
};

const rows = roles.flatMap((role) =>
  Object.entries(table[role]).map(([action, expected]) => [role, action as WorkAction, expected] as const),
);

describe('permission', () => {
  test.each(rows)(
    'of %s to %s is held within the own organisation',
    (role, action, [own, other, registry]) => {
      const home = role === 'registrar' ? null : 'a';
      const person = actor({ role, organisation: home });
      expect(may(person, action, ofA)).toBe(own);
      expect(may(actor({ role, organisation: home === null ? null : 'b' }), action, ofA)).toBe(other);
      expect(may(person, action, ofNobody)).toBe(registry);
    },
  );

  test('is nobody’s without a role', () => {
    expect(may(actor(), 'read_draft', ofA)).toBe(false);
  });

  test('of two roles adds up', () => {
    const person = actor({ role: 'editor', organisation: 'a' }, { role: 'publisher', organisation: 'b' });
    expect(may(person, 'publish', ofA)).toBe(false);
    expect(may(person, 'publish', { steward: 'b' })).toBe(true);
  });
});
