/**
 * Who may do what at every address: one row for each page, and for each button of a page. A route without a row, and
 * a row without a route, fail the build (`check-routes.ts`); the tests of permission are made from these rows.
 *
 * The askers stand in one story: organisation A looks after a work that has an open draft, B is another organisation,
 * and `hub` is a publisher of the organisation that runs the network which A belongs to. The hub also looks after an
 * agreement of which A is a party, and A has handed in evidence that waits.
 */
export const askers = [
  'anonymous',
  'editorA',
  'publisherA',
  'editorB',
  'publisherB',
  'hub',
  'registrar',
] as const;
export type Asker = (typeof askers)[number];

/**
 * - `admitted`: the page, or an answer about what was typed;
 * - `refused`: 403, because that something is there is no secret;
 * - `not_found`: 404, nothing tells whether there is anything;
 * - `sign_in`: the way to the sign-in page (303), or 401 with the typed text kept when a form was sent.
 */
export type RouteAnswer = 'admitted' | 'refused' | 'not_found' | 'sign_in';
export type RouteAnswers = Readonly<Record<Asker, RouteAnswer>>;

/** The same for everyone, with no cookie looked at: no draft can be in it. */
export type PublicRoute = {
  readonly kind: 'public';
  readonly pattern: string;
  /** An address of this route, when the sample values of its parameters do not fit. */
  readonly address?: string;
};

export type PersonalRoute = {
  readonly kind: 'personal';
  readonly pattern: string;
  /** An address of this route, when the sample values of its parameters do not fit. */
  readonly address?: string;
  readonly method: 'GET' | 'POST';
  /** The value of the button, field `action`; null where a form has only one. What follows a colon is left out. */
  readonly button: string | null;
  /** Fields that a form must have so that permission is what decides; `action` and `version` are added. */
  readonly form: Readonly<Record<string, string>>;
  readonly answers: RouteAnswers;
};

export type RoutePermission = PublicRoute | PersonalRoute;

const everyone: RouteAnswers = {
  anonymous: 'admitted',
  editorA: 'admitted',
  publisherA: 'admitted',
  editorB: 'admitted',
  publisherB: 'admitted',
  hub: 'admitted',
  registrar: 'admitted',
};
/** Who has no link that is good. */
const nobody: RouteAnswers = {
  anonymous: 'not_found',
  editorA: 'not_found',
  publisherA: 'not_found',
  editorB: 'not_found',
  publisherB: 'not_found',
  hub: 'not_found',
  registrar: 'not_found',
};
export const anyoneSignedIn: RouteAnswers = { ...everyone, anonymous: 'sign_in' };
/** Whoever holds a role in A, and registrars; for all others there is no such draft. */
export const peopleOfTheSteward: RouteAnswers = {
  ...anyoneSignedIn,
  editorB: 'not_found',
  publisherB: 'not_found',
  hub: 'not_found',
};
/** The same page, but only those who publish may do this on it. */
export const publishersOfTheSteward: RouteAnswers = { ...peopleOfTheSteward, editorA: 'refused' };
/** Publishers, each for the own organisation, and registrars. */
export const publishers: RouteAnswers = { ...anyoneSignedIn, editorA: 'refused', editorB: 'refused' };
export const registrarsOnly: RouteAnswers = {
  ...publishers,
  publisherA: 'refused',
  publisherB: 'refused',
  hub: 'refused',
};

/** Whoever hands in for A, and registrars. */
const peopleOfTheMember: RouteAnswers = {
  ...anyoneSignedIn,
  editorB: 'refused',
  publisherB: 'refused',
  hub: 'refused',
};
/** Whoever hands in for B, and registrars. */
const peopleOfTheOther: RouteAnswers = {
  ...anyoneSignedIn,
  editorA: 'refused',
  publisherA: 'refused',
  hub: 'refused',
};
/** Who handed something in for A, and who decides about it; for all others there is no such submission. */
const concerned: RouteAnswers = { ...anyoneSignedIn, editorB: 'not_found', publisherB: 'not_found' };
/** The same page, but nobody decides about one's own. */
const deciders: RouteAnswers = { ...concerned, editorA: 'refused', publisherA: 'refused' };
/** Who publishes for the organisation that looks after the agreement. */
const publishersOfTheAgreement: RouteAnswers = { ...registrarsOnly, hub: 'admitted' };

const open = (pattern: string, address?: string): PublicRoute => ({
  kind: 'public',
  pattern,
  ...(address !== undefined && { address }),
});

const page = (pattern: string, answers: RouteAnswers): PersonalRoute => ({
  kind: 'personal',
  pattern,
  method: 'GET',
  button: null,
  form: {},
  answers,
});

const button = (
  pattern: string,
  value: string | null,
  answers: RouteAnswers,
  form: Readonly<Record<string, string>> = {},
): PersonalRoute => ({ kind: 'personal', pattern, method: 'POST', button: value, form, answers });

/** A page of a draft: whoever may read the draft sees it and presses its buttons. */
const ofDraft = (pattern: string, ...buttons: readonly string[]): readonly PersonalRoute[] => [
  page(pattern, peopleOfTheSteward),
  ...buttons.map((value) => button(pattern, value, peopleOfTheSteward)),
];

const draftPage = '/desk/[type]/[slug]';
const factsPage = '/desk/[type]/[slug]/facts/[section]';
/** One line for a route, and one for each of its buttons. */
export const routePermissions: readonly RoutePermission[] = [
  open('/'),
  open('/404'),
  open('/500'),
  open('/[type]'),
  open('/[type].csv'),
  open('/[type].json'),
  open('/[type]/feed.atom'),
  open('/[type]/[slug]'),
  open('/[type]/[slug]/@[date]'),
  open('/[type]/[slug]/compare/[pair]'),
  open('/[type]/[slug]/compare/[pair].json'),
  open('/[type]/[slug]/deviation'),
  open('/[type]/[slug]/deviation.json'),
  open('/[type]/[slug]/editions'),
  open('/[type]/[slug]/editions/[number]'),
  open('/[type]/[slug]/editions/[number].[format]'),
  open('/[type]/[slug]/editions/[number]/check'),
  open('/[type]/[slug]/poster'),
  open('/[type]/[slug]/provisions/[eid]'),
  open('/[type]/[slug]/provisions/[eid].json'),
  open('/agreements/[slug]/commitments'),
  open('/agreements/[slug]/commitments.[format]', '/agreements/[slug]/commitments.csv'),
  open('/agreements/[slug]/commitments/@[date]'),
  open('/agreements/[slug]/commitments/@[date].[format]', '/agreements/[slug]/commitments/@2560.csv'),
  open('/plans/[slug]/card', '/plans/model-resilience-plan/card'),
  open('/plans/cards'),
  open('/cases/[slug]/spread'),
  open('/cases/[slug]/spread.[format]', '/cases/[slug]/spread.csv'),
  open('/commitments'),
  open('/commitments.csv'),
  open('/commitments.ics'),
  open('/commitments.json'),
  open('/commitments/feed.atom'),
  open('/networks/[slug]/commitments.ics'),
  open('/organisations/[slug]/commitments.ics'),
  open('/schemas/commitment-list.json'),
  open('/agreements/[slug]/parties'),
  open('/agreements/[slug]/parties.[format]', '/agreements/[slug]/parties.csv'),
  open('/agreements/[slug]/parties/@[date]'),
  open('/agreements/[slug]/parties/@[date].[format]', '/agreements/[slug]/parties/@2560.csv'),
  open('/about'),
  open('/about/[page]'),
  open('/about/api'),
  open('/about/components'),
  open('/about/coverage'),
  open('/about/coverage.csv'),
  open('/about/coverage.json'),
  open('/about/components/[...name]'),
  open('/about/data'),
  open('/about/decisions'),
  open('/about/decisions/[id]'),
  open('/about/glossary'),
  open('/about/search'),
  open('/api'),
  open('/api/openapi.json'),
  ...[
    '/works',
    '/works/[type]/[slug]',
    '/works/[type]/[slug]/editions',
    '/works/[type]/[slug]/editions/[number]',
  ].map((address) => open('/api/v1/[...path]', `/api/v1${address}`)),
  ...[
    '/provisions?type=[type]',
    '/places/[code]',
    '/organisations',
    '/commitments',
    '/search?q=[canary]',
  ].map((address) => open('/api/v1/[...path]', `/api/v1${address}`)),
  open('/api/v1/[...path]', '/api/v1/suggest?q=[canary]'),
  open('/download'),
  open('/download.json'),
  open('/feed.atom'),
  open('/og/[type]/[slug]/[number].png'),
  open('/og/register.png'),
  open('/networks'),
  open('/networks.csv'),
  open('/networks.json'),
  open('/networks/[slug]'),
  open('/networks/[slug].[format]', '/networks/[slug].csv'),
  open('/networks/[slug]/feed.atom'),
  open('/opensearch.xml'),
  open('/organisations/[slug]'),
  open('/organisations/[slug].[format]', '/organisations/[slug].csv'),
  open('/organisations/[slug]/commitments'),
  open('/places'),
  open('/places.csv'),
  open('/places.json'),
  open('/places/[code]'),
  open('/places/[code].[format]', '/places/[code].csv'),
  open('/places/[code]/@[date]'),
  open('/places/[code]/@[date].[format]', '/places/[code]/@2560.csv'),
  open('/places/[code]/feed.atom'),
  open('/robots.txt'),
  open('/schemas/commitments.json'),
  open('/schemas/parties.json'),
  open('/search', '/search?q=[canary]'),
  open('/search.csv', '/search.csv?q=[canary]'),
  open('/search.json', '/search.json?q=[canary]'),
  open('/sitemap-[part].xml'),
  open('/sitemap.xml'),
  open('/compare'),
  open('/compare.csv'),
  open('/compare.json'),
  open('/topics'),
  open('/topics.csv'),
  open('/topics.json'),
  open('/topics/[scheme]/[term]'),
  open('/topics/[scheme]/[term].[format]', '/topics/[scheme]/[term].csv'),

  page('/login', everyone),
  button('/login', null, everyone),
  page('/logout', everyone),
  button('/logout', null, everyone),

  page('/invite/[token]', nobody),
  button('/invite/[token]', null, nobody),

  page('/desk/account', anyoneSignedIn),
  button('/desk/account', 'password', anyoneSignedIn),
  button('/desk/account', 'end_session', anyoneSignedIn),
  button('/desk/account', 'end_others', anyoneSignedIn),
  page('/desk/account/second-factor', anyoneSignedIn),
  button('/desk/account/second-factor', 'turn_on', anyoneSignedIn),
  button('/desk/account/second-factor', 'turn_off', anyoneSignedIn),

  page('/desk/people', registrarsOnly),
  button('/desk/people', 'invite', registrarsOnly, { role: 'editor', organisation: 'sao-test-north' }),
  button('/desk/people', 'revoke', registrarsOnly, { action: 'revoke:1' }),
  page('/desk/people/[id]', registrarsOnly),
  button('/desk/people/[id]', 'add_role', registrarsOnly, { role: 'registrar', organisation: '' }),
  button('/desk/people/[id]', 'remove_role', registrarsOnly, { action: 'remove_role:editor:sao-test-north' }),
  button('/desk/people/[id]', 'disable', registrarsOnly),
  button('/desk/people/[id]', 'enable', registrarsOnly),
  button('/desk/people/[id]', 'reset', registrarsOnly),

  page('/desk/organisations', registrarsOnly),
  button('/desk/organisations', 'add', registrarsOnly, {
    slug: 'sao-test-east',
    kind: 'sao',
    name: 'อบต.ทดสอบ',
  }),
  page('/desk/organisations/[slug]', registrarsOnly),
  ...['save', 'four_eyes_on', 'four_eyes_off', 'name_hub'].map((value) =>
    button('/desk/organisations/[slug]', value, registrarsOnly),
  ),
  page('/desk/organisations/[slug]/upgrade', registrarsOnly),
  button('/desk/organisations/[slug]/upgrade', 'upgrade', registrarsOnly),

  page('/desk/audit', publishers),
  page('/desk/audit.csv', publishers),

  page('/desk', anyoneSignedIn),
  page('/desk/commitments', anyoneSignedIn),
  page('/desk/commitments/[agreement]/[commitment]', anyoneSignedIn),
  button('/desk/commitments/[agreement]/[commitment]', 'submit', peopleOfTheMember, {
    organisation: 'sao-test-north',
    deedTitle: 'ทดสอบสิทธิ์',
    deedDate: '2569',
    deedAmount: '1',
    sourceTitle: 'ข่าวทดสอบ',
  }),
  button('/desk/commitments/[agreement]/[commitment]', 'find', anyoneSignedIn),
  page('/desk/accessions/[agreement]', anyoneSignedIn),
  button('/desk/accessions/[agreement]', 'claim', peopleOfTheOther, { organisation: 'sao-test-south' }),
  button('/desk/accessions/[agreement]', 'find', anyoneSignedIn),
  page('/desk/submissions/[id]', concerned),
  button('/desk/submissions/[id]', 'accept', deciders, { position: '1' }),
  button('/desk/submissions/[id]', 'return', deciders, { position: '1', decisionReason: 'ทดสอบ' }),
  button('/desk/submissions/[id]', 'reverse', deciders, { position: '1', decisionReason: 'ทดสอบ' }),
  button('/desk/submissions/[id]', 'correct', { ...concerned, hub: 'refused' }, { position: '1' }),
  button('/desk/submissions/[id]', 'find', concerned),
  { ...page('/desk/submissions/[id]/file/[name]', concerned), address: '/desk/submissions/[id]/file/a.png' },
  page('/desk/assessments/[agreement]', publishersOfTheAgreement),
  button('/desk/assessments/[agreement]', 'record', publishersOfTheAgreement),
  button('/desk/assessments/[agreement]', 'retract', publishersOfTheAgreement),
  page('/desk/new', anyoneSignedIn),
  button('/desk/new', null, anyoneSignedIn),
  ...['enter', 'open', 'find', 'suggest'].map((value) => button('/desk/new', value, anyoneSignedIn)),

  ...ofDraft(draftPage, 'save', 'autosave', 'merge', 'preview', 'discard', 'amend', 'amend_with_mine'),
  ...ofDraft(draftPage, 'save_and_review', 'enter', 'insert_provision', 'expand').slice(1),
  page(`${draftPage}/history`, peopleOfTheSteward),
  button(`${draftPage}/history`, 'restore', peopleOfTheSteward, { revision: '1' }),
  button(`${draftPage}/paste`, null, peopleOfTheSteward),
  ...ofDraft(`${draftPage}/import`, 'read_file', 'read_html', 'read_news', 'replace', 'append', 'take'),
  ...ofDraft(`${draftPage}/files`, 'add', 'up', 'down', 'remove'),
  ...ofDraft(`${draftPage}/files/[sha256]`, 'describe'),
  {
    ...page(`${draftPage}/files/[sha256]/[name]`, peopleOfTheSteward),
    address: `${draftPage}/files/[sha256]/a.png`,
  },

  ...ofDraft(`${draftPage}/review`, 'submit', 'remark', 'answer', 'resolve', 'reopen'),
  button(`${draftPage}/review`, 'return', publishersOfTheSteward, { returnReason: 'ทดสอบ' }),
  button(`${draftPage}/review`, 'approve', publishersOfTheSteward),
  page(`${draftPage}/publish`, publishersOfTheSteward),
  button(`${draftPage}/publish`, 'publish', publishersOfTheSteward, { confirm: 'yes' }),
  button(`${draftPage}/publish`, 'origin', publishersOfTheSteward, {
    from: 'charters/model-tambon-charter',
    edition: '1',
  }),
  button(`${draftPage}/publish`, 'schedule', publishersOfTheSteward),
  button(`${draftPage}/publish`, 'unschedule', publishersOfTheSteward),
  ...ofDraft('/desk/[type]/[slug]/facts'),
  ...ofDraft('/desk/[type]/[slug]/quote', 'quote'),
  ...ofDraft(factsPage, 'save', 'find', 'add', 'remove', 'restore', 'up', 'down', 'reopen'),
  page(`${draftPage}/life`, peopleOfTheSteward),
  button(`${draftPage}/life`, 'record', publishersOfTheSteward),
  button(`${draftPage}/life`, 'withdraw', publishersOfTheSteward),
  button(`${draftPage}/life`, 'reinstate', publishersOfTheSteward),
  button(`${draftPage}/life`, 'take_out', publishersOfTheSteward),
];
