import type { IncomingMessage } from 'node:http';
import type { PageRequest } from './ask-astro.ts';
import type { Upload } from './receive-upload.ts';

/** Headers of the client that a personal page may see. No other one reaches the site, `x-forwarded-*` least of all. */
const seenByPersonalPages = [
  'accept',
  'accept-language',
  'authorization',
  'content-type',
  'cookie',
  'idempotency-key',
  'if-match',
  'referer',
  'user-agent',
] as const;

/** What the site must believe about the address it is asked at, whatever the connection looks like. */
function placeHeaders(origin: string): Readonly<Record<string, string>> {
  const { host, protocol } = new URL(origin);
  return { host, 'x-forwarded-host': host, 'x-forwarded-proto': protocol.slice(0, -1) };
}

/** A public page is asked for with nothing but its address: it cannot depend on who reads it. */
export function publicPageRequest(address: string, origin: string): PageRequest {
  return { method: 'GET', address, headers: placeHeaders(origin), body: null };
}

/** A form as the front door received it: its fields as bytes of `type`, and files that came with it. */
export type PostedForm = {
  readonly bytes: Buffer;
  /** The content type of `bytes`, when it is not the one that the client sent. */
  readonly type?: string;
  readonly uploads: readonly Upload[];
};

/** What the front door knows about a personal request beside its headers. */
export type PersonalFacts = {
  readonly address: string;
  readonly origin: string;
  /** Of the socket: what a client writes about itself is not believed. */
  readonly clientAddress: string;
  readonly form: PostedForm | null;
};

/**
 * A personal page or a form sees the listed headers. `Origin` is the site's own, because the front door has checked the
 * sender already and the client's text must not be trusted a second time.
 */
export function personalPageRequest(request: IncomingMessage, facts: PersonalFacts): PageRequest {
  const { address, origin, clientAddress, form } = facts;
  const headers: Record<string, string> = { ...placeHeaders(origin), origin };
  if (clientAddress !== '') headers['x-forwarded-for'] = clientAddress;
  for (const name of seenByPersonalPages) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  if (form !== null) headers['content-length'] = String(form.bytes.length);
  if (form?.type !== undefined) headers['content-type'] = form.type;
  return { method: request.method === 'POST' ? 'POST' : 'GET', address, headers, body: form?.bytes ?? null };
}
