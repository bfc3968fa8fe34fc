import { isIPv6, SocketAddress } from 'node:net';

/**
 * What sign-in attempts are counted by: an IPv4 address, or the /64 of an IPv6 address, because one
 * household or office has the whole of it. Null for this machine itself: behind a reverse proxy on the
 * same machine everybody comes from there, and one visitor must not lock out all the others.
 */
export function sourceOf(clientAddress: string): string | null {
  const address = clientAddress.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (address === '::1' || address.startsWith('127.')) return null;
  if (!isIPv6(address)) return address;
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  const [head = '', tail] = canonical.split('::', 2);
  const before = head.split(':').filter((group) => group !== '');
  const after = (tail ?? '').split(':').filter((group) => group !== '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':');
}
