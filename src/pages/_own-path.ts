import { addresses } from '../domain/addresses.ts';

/**
 * Where to go after signing in: the address asked for when it is one of the desk, else the desk itself.
 * It is read as a browser would read it, so that no spelling (`//host`, `/\host`, `/desk/..//host`) leads
 * to another site.
 */
export function ownDeskPath(next: string | null): string {
  const base = 'http://own.invalid';
  if (next === null || !/^\/desk(?:[/?]|$)/.test(next) || !URL.canParse(next, base)) return addresses.desk();
  const url = new URL(next, base);
  const isDesk = url.pathname === '/desk' || url.pathname.startsWith('/desk/');
  return url.origin === base && isDesk && !url.pathname.includes('//')
    ? url.pathname + url.search
    : addresses.desk();
}
