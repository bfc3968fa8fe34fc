import { createHash, randomBytes } from 'node:crypto';
import { generateSecret, generateURI, verify } from 'otplib';

/** How many recovery codes are shown when the second factor is turned on. */
export const recoveryCodeCount = 10;

/** 160 random bits in base 32, as RFC 4226 asks for. */
export const newSecret = (): string => generateSecret({ length: 20 });

/** True for what `newSecret` makes; anything else was not ours. */
export const isSecret = (text: string): boolean => /^[A-Z2-7]{32}$/.test(text);

/** What the QR code says to the telephone. */
export const secretUri = (secret: string, username: string): string =>
  generateURI({ issuer: 'Tammanoon', label: username, secret });

/**
 * The time step for which a code is right: now, or half a minute before or after, because clocks differ.
 * @param lastStep the newest step for which a code was taken already; none up to it is right again (RFC 6238, 5.2)
 * @returns null for a wrong code
 */
export async function stepOfCode(
  secret: string,
  code: string,
  lastStep: number | null,
  nowSeconds: number,
): Promise<number | null> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const after = lastStep === null ? {} : { afterTimeStep: lastStep };
  const checked = await verify({ secret, token, epoch: nowSeconds, epochTolerance: 30, ...after });
  return checked.valid && 'timeStep' in checked ? checked.timeStep : null;
}

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten letters in two groups, 49 bits, without those that look alike on paper. */
export function newRecoveryCode(): string {
  const text = [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** What is stored of a recovery code; case, spaces and hyphens do not count. */
export const hashOfRecoveryCode = (code: string): string =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest('hex');
