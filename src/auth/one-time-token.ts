import { createHash, randomBytes } from 'node:crypto';

/** What is stored instead of a token: its SHA-256, lower-case hex. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** 256 random bits as they stand in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** How long a one-time link opens its door. */
export const linkLifetimeDays = 7;

/** The moment, ISO, at which a link made at this one ends. */
export const linkExpiry = (now: string): string =>
  new Date(Date.parse(now) + linkLifetimeDays * 86_400_000).toISOString();
