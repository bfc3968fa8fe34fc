import type { MiddlewareHandler } from 'astro';
import { addresses } from './domain/addresses.ts';

/**
 * Puts the person behind a request to the desk into `locals.session`, and sends readers without a
 * session to the sign-in page. What a person may do is decided by the verbs, never by the path. A form
 * that was sent after its session ended goes on to its page, which keeps the typed text.
 */
export const onRequest: MiddlewareHandler = async (context, next) => {
  const { locals, request, url } = context;
  if (import.meta.env.DEV) {
    const { developmentLocals } = await import('./server/development-locals.ts');
    Object.assign(locals, developmentLocals());
  }
  locals.session = null;
  if (!isPersonal(url.pathname)) return next();
  const { signedIn, cookie } = await locals.auth.read(request.headers.get('cookie'));
  locals.session = signedIn;
  const mustSignIn = isDesk(url.pathname) && !signedIn && request.method !== 'POST';
  const response = mustSignIn
    ? context.redirect(addresses.login(url.pathname + url.search), 303)
    : await next();
  response.headers.set('Cache-Control', 'no-store');
  response.headers.set('X-Robots-Tag', 'noindex');
  // A page that opens or ends a session has set its own cookie.
  if (cookie !== null && !response.headers.has('Set-Cookie')) response.headers.append('Set-Cookie', cookie);
  return response;
};

const isDesk = (path: string): boolean => path === '/desk' || path.startsWith('/desk/');

const isPersonal = (path: string): boolean => isDesk(path) || /^\/(?:log(?:in|out)\/?$|invite\/)/.test(path);
