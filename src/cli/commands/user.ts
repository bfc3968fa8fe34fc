import { text } from 'node:stream/consumers';
import { type Command, InvalidArgumentError } from 'commander';
import { findUserForSignIn } from '../../../db/accounts.ts';
import { addUser as storeUser } from '../../auth/add-user.ts';
import { offerReset } from '../../auth/offer-reset.ts';
import { addresses } from '../../domain/addresses.ts';
import type { Refusal } from '../../domain/errors.ts';
import { type Role, roles } from '../../domain/permission.ts';
import { readSettings } from '../../env.ts';
import { readPassword } from '../read-password.ts';
import { CommandRefused } from '../refusal.ts';
import { withRegister } from '../register-of.ts';

type Options = {
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation?: string;
  readonly passwordStdin?: boolean;
};

export function addUser(program: Command): void {
  const user = program.command('user').description('people who sign in');
  user
    .command('add')
    .description('add a user; the password is asked for, or read with --password-stdin')
    .requiredOption('--username <name>', 'what one signs in with: a short ASCII name or an e-mail address')
    .requiredOption('--name <name>', 'the name shown on the desk')
    .requiredOption('--role <role>', `one of ${roles.join(', ')}`, parseRole)
    .option('--organisation <slug>', 'the organisation of an editor or publisher')
    .option('--password-stdin', 'read the password from standard input')
    .action(add);
  user
    .command('reset')
    .description('print a link, good once within seven days, by which somebody sets a new password')
    .requiredOption('--username <name>', 'what the person signs in with')
    .action(reset);
}

async function reset({ username }: { readonly username: string }): Promise<void> {
  const settings = readSettings(process.env);
  if (!settings.ok) throw new CommandRefused(settings.refusal.sentence);
  const outcome = await withRegister(async (register) => {
    const user = await findUserForSignIn(register.read, username.trim());
    return user && offerReset(register, null, user.id, new Date().toISOString());
  });
  if (!outcome?.ok) throw new CommandRefused(`There is no user ${username}; nothing was changed.`);
  const link = new URL(addresses.invite(outcome.value.token), settings.value.origin);
  process.stdout.write(`${link.href}\n`);
}

function parseRole(value: string): Role {
  const role = roles.find((one) => one === value);
  if (!role) throw new InvalidArgumentError(`It must be one of ${roles.join(', ')}.`);
  return role;
}

async function add(options: Options): Promise<void> {
  const { username, name: displayName, role } = options;
  const organisation = options.organisation ?? null;
  if (role === 'registrar' && organisation !== null) {
    throw new CommandRefused(
      'A registrar belongs to the registry itself: leave out --organisation. No user was added.',
    );
  }
  if (role !== 'registrar' && organisation === null) {
    throw new CommandRefused(
      `An ${role} belongs to an organisation: give --organisation <slug>. No user was added.`,
    );
  }
  const password = options.passwordStdin
    ? (await text(process.stdin)).replace(/\r?\n$/, '')
    : await readPassword();
  const outcome = await withRegister((register) =>
    storeUser(register, {
      username,
      displayName,
      role,
      organisation,
      password,
      now: new Date().toISOString(),
    }),
  );
  if (!outcome.ok) throw new CommandRefused(`${sentenceOf(outcome.refusal)} No user was added.`);
  process.stdout.write(`Added ${username} as ${role}${organisation ? ` of ${organisation}` : ''}.\n`);
}

function sentenceOf(refusal: Refusal): string {
  switch (refusal.code) {
    case 'username_taken':
      return `There is already a user ${refusal.username}; choose another --username.`;
    case 'organisation_not_found':
      return `There is no organisation ${refusal.slug}; see organisations.yaml of the archive.`;
    case 'password_too_short':
      return `The password is too short; use at least ${refusal.minimum} characters.`;
    case 'password_too_long':
      return `The password is too long; use at most ${refusal.maximum} characters.`;
    case 'content_invalid':
      return `This cannot be used: ${refusal.problems.map((problem) => problem.field).join(', ')}; check its spelling.`;
    default:
      return `Refused (${refusal.code}).`;
  }
}
