/** Why something about accounts, sign-in, roles or organisations is refused. */
export type AccountRefusal =
  | { readonly code: 'username_taken'; readonly username: string }
  | { readonly code: 'password_too_short'; readonly minimum: number }
  | { readonly code: 'password_too_long'; readonly maximum: number }
  /** Among the first that anybody would guess. */
  | { readonly code: 'password_too_common' }
  /** The password typed to confirm something is not one's own. */
  | { readonly code: 'password_wrong' }
  | { readonly code: 'sign_in_failed' }
  | { readonly code: 'too_many_attempts'; readonly retryAfterSeconds: number }
  /** Of the second factor: wrong, old, or taken already. */
  | { readonly code: 'code_wrong' }
  /** Too long after the password, or after a restart: the sign-in begins anew. */
  | { readonly code: 'sign_in_over' }
  | { readonly code: 'second_factor_on' }
  /** A one-time link that was used, revoked, is too old or never was. */
  | { readonly code: 'link_over' }
  | { readonly code: 'person_not_found' }
  | { readonly code: 'role_held' }
  | { readonly code: 'last_registrar' }
  | { readonly code: 'own_account' }
  /** Another carries on for this organisation already. */
  | { readonly code: 'succeeded_already'; readonly slug: string }
  /** Only local governments become another kind of local government. */
  | { readonly code: 'not_local_government' };

const codes: Readonly<Record<AccountRefusal['code'], true>> = {
  username_taken: true,
  password_too_short: true,
  password_too_long: true,
  password_too_common: true,
  password_wrong: true,
  sign_in_failed: true,
  too_many_attempts: true,
  code_wrong: true,
  sign_in_over: true,
  second_factor_on: true,
  link_over: true,
  person_not_found: true,
  role_held: true,
  last_registrar: true,
  own_account: true,
  succeeded_already: true,
  not_local_government: true,
};

export const isAccountRefusal = <R extends { readonly code: string }>(
  refusal: R | AccountRefusal,
): refusal is AccountRefusal => Object.hasOwn(codes, refusal.code);
