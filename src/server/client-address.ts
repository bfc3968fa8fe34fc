import { isIP } from 'node:net';

/**
 * Where a request came from, as far as it can be trusted: every proxy of ours adds the address it was asked from at the
 * end of X-Forwarded-For, so that with `proxies` of them that many places from the end is the first one no client
 * can write. What stands before it is a client's own word.
 * @param socketAddress of the connection itself
 * @param forwardedFor the X-Forwarded-For header
 * @param proxies how many proxies of ours stand in front; 0: nobody's word counts
 */
export function clientAddressOf(
  socketAddress: string,
  forwardedFor: string | readonly string[] | undefined,
  proxies: number,
): string {
  if (proxies === 0) return socketAddress;
  const told = [forwardedFor ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
  const address = told.at(-proxies);
  return address !== undefined && isIP(address) !== 0 ? address : socketAddress;
}
