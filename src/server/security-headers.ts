import { createHash } from 'node:crypto';
import { cardScript, cardStyle } from '../components/card/card-inline.ts';

/**
 * Which set of rules an answer travels with; `data` is public and for every site to read and show, `card` is a page with
 * a style and a script inside, which are allowed by their hashes, `part` is what pages are drawn with.
 */
export type HeaderProfile = 'page' | 'data' | 'personal' | 'card' | 'part';

export type Header = readonly [name: string, value: string];

/** Search needs no exception: its client reads the index itself, without WebAssembly and without a worker. */
const strictPolicy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'manifest-src': "'self'",
};

const written = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([directive, value]) => `${directive} ${value}`)
    .join('; ');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policy = written(strictPolicy);
const cardPolicy = written({
  ...strictPolicy,
  'style-src': hashOf(cardStyle),
  'font-src': 'data:',
  'script-src': `'self' ${hashOf(cardScript)}`,
  'worker-src': "'self'",
});

/**
 * Of a style sheet, a font or a picture by itself, which may load nothing. A page asks for several before it shows anything,
 * on a slow line too, so they carry only what means something for them.
 */
const partHeaders: readonly Header[] = [
  [
    'Content-Security-Policy',
    written({ 'default-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'" }),
  ],
  ['X-Content-Type-Options', 'nosniff'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
];

/**
 * The security headers of one answer. `isSecure` says that the public origin is https; only then is HSTS sent.
 * Personal pages tell nobody outside where the reader came from, but keep the Origin on our own form posts.
 */
export function securityHeaders(profile: HeaderProfile, isSecure: boolean): readonly Header[] {
  const secure: readonly Header[] = isSecure
    ? [['Strict-Transport-Security', 'max-age=31536000; includeSubDomains']]
    : [];
  if (profile === 'part') return [...partHeaders, ...secure];
  const headers: Header[] = [
    ['Content-Security-Policy', profile === 'card' ? cardPolicy : policy],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', profile === 'personal' ? 'same-origin' : 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', profile === 'data' ? 'cross-origin' : 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ];
  if (profile === 'data') {
    headers.push(['Access-Control-Allow-Origin', '*'], ['Access-Control-Expose-Headers', 'ETag, Link']);
  }
  if (profile === 'personal') headers.push(['X-Robots-Tag', 'noindex, nofollow']);
  return [...headers, ...secure];
}
