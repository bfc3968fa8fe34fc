import { expect, test } from 'vitest';
import { clientAddressOf } from '../../src/server/client-address.ts';

const proxy = '10.0.0.2';

test('without a proxy of ours nothing that a client writes counts', () => {
  expect(clientAddressOf('203.0.113.7', '198.51.100.1', 0)).toBe('203.0.113.7');
});

test('behind one proxy the last address is the one it was asked from, whatever a client wrote before it', () => {
  expect(clientAddressOf(proxy, '198.51.100.1', 1)).toBe('198.51.100.1');
  expect(clientAddressOf(proxy, '1.1.1.1, 9.9.9.9, 198.51.100.1', 1)).toBe('198.51.100.1');
  expect(clientAddressOf(proxy, ['1.1.1.1', '198.51.100.1'], 1)).toBe('198.51.100.1');
});

test('behind two proxies it is the one before the last', () => {
  expect(clientAddressOf(proxy, '1.1.1.1, 198.51.100.1, 10.0.0.1', 2)).toBe('198.51.100.1');
});

test.each([undefined, '', 'unknown', '10.0.0.1', '<script>'])(
  'a header that does not say it (%s) leaves the address of the connection',
  (header) => {
    expect(clientAddressOf(proxy, header, 2)).toBe(proxy);
  },
);

test('an address of IPv6 is taken as it is', () => {
  expect(clientAddressOf(proxy, '2001:db8::1', 1)).toBe('2001:db8::1');
});
