import { resolve } from 'node:path';
import { z } from 'zod';
import { accepted, type Result, refused } from './domain/result.ts';

/** What the environment decides, parsed once at start and passed on as a value. */
export type Settings = {
  /** TCP port the front door listens on. */
  readonly port: number;
  /** Address it listens on. */
  readonly host: string;
  /** Absolute folder that holds `registry.db`, `search/` and `files/`. */
  readonly dataDir: string;
  /** The one public origin, without a trailing slash: `https://tammanoon.example`. */
  readonly origin: string;
  /** Values of the Host header that are answered, in lower case. */
  readonly allowedHosts: ReadonlySet<string>;
  /** True when the public origin is https. */
  readonly isSecure: boolean;
  /** How many proxies of ours stand in front, whose word about where a request came from is believed. */
  readonly trustedProxies: number;
};

/** A setting with a value that cannot be used, and the one sentence to print about it. */
export type SettingMistake = { readonly setting: string; readonly sentence: string };

const whole = z.string().regex(/^\d{1,5}$/);
const schema = z.object({
  PORT: whole.transform(Number).pipe(z.int().min(1).max(65_535)).prefault('4321'),
  HOST: z.union([z.ipv4(), z.ipv6(), z.hostname()]).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .refine((path) => !path.includes('\0'))
    .default('./data'),
  SITE_URL: z
    .url({ protocol: /^https?$/ })
    .transform((text) => new URL(text))
    .refine((url) => url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '')
    .optional(),
  TRUST_PROXY: z.string().regex(/^\d$/).transform(Number).prefault('0'),
});

const expectations: Readonly<Record<string, string>> = {
  PORT: 'a whole number from 1 to 65535',
  HOST: 'an IP address or a host name to listen on',
  DATA_DIR: 'a folder path',
  SITE_URL: 'an http or https address without a path, such as https://tammanoon.example',
  TRUST_PROXY: 'the number of proxies in front, from 0 to 9',
};

/**
 * Reads PORT, HOST, DATA_DIR, SITE_URL and TRUST_PROXY. An empty value counts as not set.
 * A wrong value is refused with one sentence that names the setting, the value and what it must be.
 */
export function readSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Result<Settings, SettingMistake> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const setting = String(parsed.error.issues[0]?.path[0] ?? 'PORT');
    const sentence = `The setting ${setting} is "${given[setting]}" but must be ${expectations[setting]}.`;
    return refused({ setting, sentence });
  }
  const { PORT: port, HOST: host, DATA_DIR, SITE_URL: site } = parsed.data;
  const trustedProxies = parsed.data.TRUST_PROXY;
  const origin = site?.origin ?? `http://localhost:${port}`;
  const allowedHosts = new Set(site === undefined ? localHosts(port) : publicHosts(site));
  const isSecure = site?.protocol === 'https:';
  return accepted({ port, host, dataDir: resolve(DATA_DIR), origin, allowedHosts, isSecure, trustedProxies });
}

function localHosts(port: number): readonly string[] {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  const withPort = names.map((name) => `${name}:${port}`);
  return port === 80 ? [...withPort, ...names] : withPort;
}

function publicHosts(site: URL): readonly string[] {
  const defaultPort = site.protocol === 'https:' ? '443' : '80';
  return site.port === '' ? [site.host, `${site.host}:${defaultPort}`] : [site.host];
}
