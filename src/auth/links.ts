import { findUser, findUserForSignIn, insertUser, updatePasswordHash } from '../../db/accounts.ts';
import { writeAudit } from '../../db/audit.ts';
import { findOpenLink, markLinkUsed, type OneTimeLink } from '../../db/one-time-links.ts';
import { deleteSecondFactor } from '../../db/second-factors.ts';
import { deleteSessionsOfUser } from '../../db/sessions.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import type { AuthParts } from './auth-parts.ts';
import { judgedPassword } from './judged-password.ts';
import { hashOfToken } from './one-time-token.ts';
import { nameProblems } from './person-problems.ts';

/** What people do who come with a one-time link and without an account, or without their password. */
export type Links = {
  /** What the link is for; looking spends nothing. Refused: `link_over`, `too_many_attempts` after many wrong ones. */
  open(token: string, clientAddress: string): Promise<Result<OneTimeLink>>;
  /**
   * Makes the account that an invitation offers. Refused: as `open`, `content_invalid` (`username`, `displayName`),
   * `username_taken`, `password_too_short`, `password_too_long`, `password_too_common`. A refusal spends nothing.
   */
  join(
    token: string,
    person: { readonly username: string; readonly displayName: string; readonly password: string },
    clientAddress: string,
  ): Promise<Result<{ readonly username: string }>>;
  /** Sets a new password, ends every session and turns the second factor off. Refused: as `join`. */
  reset(
    token: string,
    password: string,
    clientAddress: string,
  ): Promise<Result<{ readonly username: string }>>;
};

export function createLinks({ register, passwords, rateLimit, now }: AuthParts): Links {
  /** Only links that fit nothing are counted, so that nobody can keep another from a good one. */
  async function open(token: string, clientAddress: string): Promise<Result<OneTimeLink>> {
    const link = await findOpenLink(register.read, hashOfToken(token));
    if (link && link.expiresAt > now()) return accepted(link);
    const admitted = await rateLimit.admit({ username: `link from ${clientAddress}`, clientAddress });
    return admitted.ok ? refused({ code: 'link_over' }) : admitted;
  }

  return {
    open,

    async join(token, person, clientAddress) {
      const opened = await open(token, clientAddress);
      if (!opened.ok) return opened;
      const { kind, role, organisationId, organisation, organisationName } = opened.value;
      if (kind !== 'invitation' || role === null) return refused({ code: 'link_over' });
      const username = person.username.trim().toLowerCase();
      const displayName = person.displayName.trim();
      const problems = nameProblems(username, displayName);
      if (problems.length > 0) return refused({ code: 'content_invalid', problems });
      const words = [username, displayName, organisation ?? '', organisationName ?? ''];
      const judged = await judgedPassword(passwords, person.password, words);
      if (!judged.ok) return judged;
      return register.write(async (transaction) => {
        const link = await findOpenLink(transaction, hashOfToken(token));
        if (!link) return refused({ code: 'link_over' });
        if (await findUserForSignIn(transaction, username))
          return refused({ code: 'username_taken', username });
        const membership = { role, organisationId };
        const user = { username, displayName, passwordHash: judged.value, membership };
        const userId = await insertUser(transaction, user, now());
        await markLinkUsed(transaction, link.id, userId, now());
        const entry = { userId, action: 'user.joined', subject: username, details: { role, organisation } };
        await writeAudit(transaction, entry, now());
        return accepted({ username });
      });
    },

    async reset(token, password, clientAddress) {
      const opened = await open(token, clientAddress);
      if (!opened.ok) return opened;
      const { kind, userId } = opened.value;
      const user = kind === 'reset' && userId !== null ? await findUser(register.read, userId) : null;
      if (!user) return refused({ code: 'link_over' });
      const judged = await judgedPassword(passwords, password, [user.username, user.displayName]);
      if (!judged.ok) return judged;
      return register.write(async (transaction) => {
        const link = await findOpenLink(transaction, hashOfToken(token));
        if (!link) return refused({ code: 'link_over' });
        await updatePasswordHash(transaction, user.id, judged.value);
        await deleteSessionsOfUser(transaction, user.id);
        await deleteSecondFactor(transaction, user.id);
        await markLinkUsed(transaction, link.id, user.id, now());
        const entry = { userId: user.id, action: 'password.reset', subject: user.username, details: {} };
        await writeAudit(transaction, entry, now());
        return accepted({ username: user.username });
      });
    },
  };
}
