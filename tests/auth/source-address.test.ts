import { expect, test } from 'vitest';
import { sourceOf } from '../../src/auth/source-address.ts';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s is counted as %s', (address, source) => {
  expect(sourceOf(address)).toBe(source);
});

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is this machine and stands for nobody', (address) => {
  expect(sourceOf(address)).toBeNull();
});
