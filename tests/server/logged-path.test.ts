import { expect, test } from 'vitest';
import { loggedPath } from '../../src/server/logged-path.ts';

test('the log keeps no question and no token that opens a door', () => {
  expect(loggedPath('/search?q=secret')).toBe('/search');
  expect(loggedPath('/invite/abcdef')).toBe('/invite/…');
  expect(loggedPath('/invite//abcdef?x=1')).toBe('/invite//…');
  expect(loggedPath('/desk/people')).toBe('/desk/people');
});
