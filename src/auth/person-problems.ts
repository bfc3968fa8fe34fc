import type { FieldProblem } from '../domain/errors.ts';
import type { Role } from '../domain/permission.ts';

const plainName = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const emailAddress =
  /^[a-z0-9._%+-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** What is wrong with the names of a new person. `username` in lower case, both without spaces around. */
export function nameProblems(username: string, displayName: string): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const isEmail = username.length <= 200 && emailAddress.test(username);
  if (!plainName.test(username) && !isEmail) {
    problems.push({
      field: 'username',
      reason: username === '' ? 'required' : 'wrong_kind',
      found: username.slice(0, 40),
    });
  }
  if (displayName === '') problems.push({ field: 'displayName', reason: 'required' });
  if (displayName.length > 200) problems.push({ field: 'displayName', reason: 'too_long' });
  return problems;
}

/** A registrar belongs to the registry itself, everybody else to an organisation. */
export function roleProblems(role: Role, organisation: string | null): readonly FieldProblem[] {
  if (role === 'registrar' && organisation !== null) {
    return [{ field: 'organisation', reason: 'wrong_kind', found: organisation }];
  }
  return role !== 'registrar' && organisation === null ? [{ field: 'organisation', reason: 'required' }] : [];
}
