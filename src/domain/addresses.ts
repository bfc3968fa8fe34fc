import type { DraftSection } from './draft-sections.ts';
import type { WorkName, WorkType } from './work.ts';

/** What a feed is narrowed to: one of these, or nothing. */
export type FeedScope = { readonly type?: WorkType; readonly place?: string; readonly network?: string };

/** What a concordance is asked: a topic (`scheme/term`), codes of places, a day, and as of when. */
export type ConcordanceQuery = {
  readonly topic?: string;
  readonly places?: readonly string[];
  readonly on?: string | undefined;
  readonly asOf?: string | undefined;
};

/** Which edition of a provision is meant, which page of those who took it over, and as of when. */
type ProvisionQuery = {
  readonly edition?: number | null;
  readonly page?: number;
  readonly asOf?: string | undefined;
};

const pageAfterFirst = (page: number | undefined): number | null =>
  page === undefined || page === 1 ? null : page;

/** Every public address of the contract, made in one place. All are root-relative paths. */
export const addresses = {
  home: () => '/',
  search: (query?: string) => (query ? `/search?q=${encodeURIComponent(query)}` : '/search'),
  /** Pages whose names someone may be typing, as JSON. */
  suggest: (typed: string) => `/api/v1/suggest?q=${encodeURIComponent(typed)}`,
  list: (type: WorkType, filter: Readonly<Record<string, string | number | null | undefined>> = {}) =>
    withQuery(`/${type}`, filter),
  /** The whole of a list as data, narrowed as the list is. */
  listFile: (
    type: WorkType,
    extension: 'csv' | 'json',
    filter: Readonly<Record<string, string | number | null | undefined>> = {},
  ) => withQuery(`/${type}.${extension}`, filter),
  work: (work: WorkName) => `/${work.type}/${work.slug}`,
  editions: (work: WorkName) => `/${work.type}/${work.slug}/editions`,
  edition: (work: WorkName, number: number) => `/${work.type}/${work.slug}/editions/${number}`,
  /** Whether this edition is still current, for a phone that reads the code of a printed one. */
  check: (work: WorkName, number: number) => `/${work.type}/${work.slug}/editions/${number}/check`,
  /** One sheet of A4 for a notice board. */
  poster: (work: WorkName) => `/${work.type}/${work.slug}/poster`,
  provision: (work: WorkName, number: number, eid: string) =>
    `/${work.type}/${work.slug}/editions/${number}#${eid}`,
  /**
   * One provision as it stands now, where it came from and who took it over; of an edition, when the current one does
   * not have it under that eid.
   */
  provisionPage: (work: WorkName, eid: string, of: ProvisionQuery = {}) =>
    withQuery(`/${work.type}/${work.slug}/provisions/${eid}`, { ...of, page: pageAfterFirst(of.page) }),
  provisionFile: (work: WorkName, eid: string, of: ProvisionQuery = {}) =>
    withQuery(`/${work.type}/${work.slug}/provisions/${eid}.json`, { ...of, page: pageAfterFirst(of.page) }),
  /** How a text differs from the model that it was written after. */
  deviation: (work: WorkName, asOf?: string) => withQuery(`/${work.type}/${work.slug}/deviation`, { asOf }),
  deviationFile: (work: WorkName, asOf?: string) =>
    withQuery(`/${work.type}/${work.slug}/deviation.json`, { asOf }),
  /** An edition in one of its formats: `….json`, `….csl.json`. */
  editionFile: (work: WorkName, number: number, extension: string) =>
    `/${work.type}/${work.slug}/editions/${number}.${extension}`,
  /** What changed from one edition to another, in this direction. */
  compare: (work: WorkName, a: number, b: number) => `/${work.type}/${work.slug}/compare/${a}..${b}`,
  onDate: (work: WorkName, date: string) => `/${work.type}/${work.slug}/@${date}`,
  /** The status table of the parties of an agreement, today or on a day. */
  parties: (slug: string, date?: string, asOf?: string) =>
    withQuery(`/agreements/${slug}/parties${date === undefined ? '' : `/@${date}`}`, { asOf }),
  /** The same table as data. */
  partiesFile: (slug: string, extension: 'csv' | 'json', date?: string, asOf?: string) =>
    withQuery(`/agreements/${slug}/parties${date === undefined ? '' : `/@${date}`}.${extension}`, { asOf }),
  /** What a plan says to do in a crisis, on one page that a phone keeps; and the list of such pages. */
  card: (slug: string) => `/plans/${slug}/card`,
  cards: (page = 1) => withQuery('/plans/cards', { page: page === 1 ? null : page }),
  /** What became of a case in other places, and the same as data. */
  spread: (slug: string, asOf?: string) => withQuery(`/cases/${slug}/spread`, { asOf }),
  spreadFile: (slug: string, extension: 'csv' | 'json', asOf?: string) =>
    withQuery(`/cases/${slug}/spread.${extension}`, { asOf }),
  partiesSchema: () => '/schemas/parties.json',
  /** How far the commitments of an agreement are kept, today or on a day; one of them, or a deed, by its fragment. */
  commitments: (slug: string, date?: string, fragment?: string, asOf?: string) =>
    `${withQuery(`/agreements/${slug}/commitments${date === undefined ? '' : `/@${date}`}`, { asOf })}${fragment === undefined ? '' : `#${encodeURIComponent(fragment)}`}`,
  /** The same as data. */
  commitmentsFile: (slug: string, extension: 'csv' | 'json', date?: string, asOf?: string) =>
    withQuery(`/agreements/${slug}/commitments${date === undefined ? '' : `/@${date}`}.${extension}`, {
      asOf,
    }),
  commitmentsSchema: () => '/schemas/commitments.json',
  /** The commitments of the whole register, narrowed; with its rows, at them. */
  commitmentList: (
    filter: Readonly<Record<string, string | number | null | undefined>> = {},
    fragment = '',
  ) => `${withQuery('/commitments', filter)}${fragment === '' ? '' : `#${fragment}`}`,
  commitmentListFile: (
    extension: 'csv' | 'json',
    filter: Readonly<Record<string, string | number | null | undefined>> = {},
  ) => withQuery(`/commitments.${extension}`, filter),
  commitmentListSchema: () => '/schemas/commitment-list.json',
  /** Accepted evidence, the newest first. */
  evidenceFeed: () => '/commitments/feed.atom',
  /** When commitments are due: of the register, of a network, or of an organisation. */
  dueCalendar: (scope: { readonly network?: string; readonly organisation?: string } = {}) => {
    if (scope.network !== undefined) return `/networks/${scope.network}/commitments.ics`;
    return scope.organisation === undefined
      ? '/commitments.ics'
      : `/organisations/${scope.organisation}/commitments.ics`;
  },
  places: () => '/places',
  /** The provinces, or the places inside one, with their number of works as data. */
  placesFile: (
    extension: 'csv' | 'json',
    asked: { readonly inside?: string | null; readonly asOf?: string | undefined } = {},
  ) => withQuery(`/places.${extension}`, asked),
  place: (code: string) => `/places/${code}`,
  /** Everything that stood in a place on a day. */
  placeOn: (code: string, date: string) => `/places/${code}/@${date}`,
  /** The works of a place as data, of now (for null) or of a day. */
  placeFile: (code: string, date: string | null, extension: 'csv' | 'json', asOf?: string) =>
    withQuery(`/places/${code}${date === null ? '' : `/@${date}`}.${extension}`, { asOf }),
  /** The clauses of several places on one topic beside each other. */
  concordance: (asked: ConcordanceQuery = {}) => withPlaces('/compare', asked),
  concordanceFile: (extension: 'csv' | 'json', asked: ConcordanceQuery) =>
    withPlaces(`/compare.${extension}`, asked),
  topics: () => '/topics',
  /** The lists of topics with their number of works as data. */
  topicsFile: (extension: 'csv' | 'json', asOf?: string) => withQuery(`/topics.${extension}`, { asOf }),
  scheme: (scheme: string) => `/topics#${scheme}`,
  /** The works of a topic (`scheme/term`), narrowed as a list is. */
  topic: (topic: string, filter: Readonly<Record<string, string | number | null | undefined>> = {}) =>
    withQuery(`/topics/${topic}`, filter),
  topicFile: (
    topic: string,
    extension: 'csv' | 'json',
    filter: Readonly<Record<string, string | number | null | undefined>> = {},
  ) => withQuery(`/topics/${topic}.${extension}`, filter),
  networks: () => '/networks',
  networksFile: (extension: 'csv' | 'json', asOf?: string) => withQuery(`/networks.${extension}`, { asOf }),
  network: (slug: string) => `/networks/${slug}`,
  /** The members and works of a network as data. */
  networkFile: (slug: string, extension: 'csv' | 'json', asOf?: string) =>
    withQuery(`/networks/${slug}.${extension}`, { asOf }),
  organisation: (slug: string) => `/organisations/${slug}`,
  /** The works that an organisation has a part in as data. */
  organisationFile: (slug: string, extension: 'csv' | 'json', asOf?: string) =>
    withQuery(`/organisations/${slug}.${extension}`, { asOf }),
  /** What an organisation promised, what it has shown, and what is due. */
  promises: (organisation: string, page = 1) =>
    withQuery(`/organisations/${organisation}/commitments`, { page: page === 1 ? null : page }),
  /** What was published last: in the register, of a type, in a place, or out of a network. */
  feed: (scope: FeedScope = {}) => {
    if (scope.type !== undefined) return `/${scope.type}/feed.atom`;
    if (scope.network !== undefined) return `/networks/${scope.network}/feed.atom`;
    return scope.place === undefined ? '/feed.atom' : `/places/${scope.place}/feed.atom`;
  },
  sitemap: () => '/sitemap.xml',
  sitemapPart: (part: string | number) => `/sitemap-${part}.xml`,
  openSearch: () => '/opensearch.xml',
  /** The picture that a shared link shows: of an edition, or of the register. */
  sharePicture: (edition?: WorkName & { readonly number: number }) =>
    edition ? `/og/${edition.type}/${edition.slug}/${edition.number}.png` : '/og/register.png',
  about: (page?: string) => (page ? `/about/${page}` : '/about'),
  /** What the register has and has not, now or as of a moment. */
  coverage: (query: Readonly<Record<string, string>> = {}) => withQuery('/about/coverage', query),
  coverageFile: (extension: 'csv' | 'json', query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/about/coverage.${extension}`, query),
  /** The whole register to take away, and one of its files. */
  download: () => '/download',
  downloadFile: (set: string, name: string) => `/downloads/${set}/${name}`,
  decision: (id: string) => `/about/decisions/${id}`,
  /** The index of components for developers, or one of them alone. */
  component: (name?: string) => (name ? `/about/components/${name}` : '/about/components'),
  glossary: (term?: string) => (term ? `/about/glossary#${term}` : '/about/glossary'),
  login: (next?: string) => (next ? `/login?next=${encodeURIComponent(next)}` : '/login'),
  logout: () => '/logout',
  desk: () => '/desk',
  /** The steps of opening a work: of this type, and then from this text (`type/slug`, or `blank`). */
  newWork: (step: { readonly type?: string; readonly from?: string; readonly q?: string } = {}) =>
    withQuery('/desk/new', step),
  account: () => '/desk/account',
  secondFactor: () => '/desk/account/second-factor',
  people: () => '/desk/people',
  person: (userId: number) => `/desk/people/${userId}`,
  /** What a one-time link opens. */
  invite: (token: string) => `/invite/${token}`,
  deskOrganisations: () => '/desk/organisations',
  deskOrganisation: (slug: string) => `/desk/organisations/${slug}`,
  upgradeOrganisation: (slug: string) => `/desk/organisations/${slug}/upgrade`,
  audit: (filter: Readonly<Record<string, string | number | null | undefined>> = {}) =>
    withQuery('/desk/audit', filter),
  auditFile: (filter: Readonly<Record<string, string | number | null | undefined>> = {}) =>
    withQuery('/desk/audit.csv', filter),
  /** What one's organisation promised and handed in, and what waits for one; with a name, agreements of that name. */
  deskCommitments: (query: Readonly<Record<string, string | number | null | undefined>> = {}) =>
    withQuery('/desk/commitments', query),
  /** Where evidence toward a commitment of an agreement is handed in. */
  evidenceFor: (agreement: string, commitment: string) =>
    `/desk/commitments/${agreement}/${encodeURIComponent(commitment)}`,
  /** Where an organisation says that an unnamed place among the parties of an agreement is its own. */
  accessionTo: (agreement: string) => `/desk/accessions/${agreement}`,
  submission: (id: number, query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/desk/submissions/${id}`, query),
  /** The bytes of a file of a submission, for those who may see it. */
  submissionFile: (id: number, name: string) => `/desk/submissions/${id}/file/${encodeURIComponent(name)}`,
  /** Where judgements from outside about the commitments of an agreement are recorded. */
  assessmentsOf: (agreement: string, query: Readonly<Record<string, string>> = {}) =>
    withQuery(`/desk/assessments/${agreement}`, query),
  draft: (work: WorkName, fragment?: string) =>
    `/desk/${work.type}/${work.slug}${fragment === undefined ? '' : `#${fragment}`}`,
  /** One of the pages of a draft; the first is the text, at the draft's own address. */
  draftSection: (work: WorkName, section: DraftSection) =>
    `/desk/${work.type}/${work.slug}${section === 'text' ? '' : `/${section}`}`,
  /** One section of a draft's facts; with a version, saying that this version was just saved. */
  factsSection: (work: WorkName, section: string, saved?: number) =>
    withQuery(`/desk/${work.type}/${work.slug}/facts/${section}`, { saved }),
  /** The history of a draft with one of its versions open. */
  draftRevision: (work: WorkName, version: number) =>
    `/desk/${work.type}/${work.slug}/history?revision=${version}`,
  /** What is said about a file of a draft. */
  draftFile: (work: WorkName, sha256: string) => `/desk/${work.type}/${work.slug}/files/${sha256}`,
  /** The bytes of a file of a draft, for those who may read it. */
  draftFileBytes: (work: WorkName, file: { readonly sha256: string; readonly name: string }) =>
    `/desk/${work.type}/${work.slug}/files/${file.sha256}/${encodeURIComponent(file.name)}`,
  /** A file of a published edition. */
  file: ({ sha256, name }: { readonly sha256: string; readonly name: string }) =>
    `/files/${sha256}/${encodeURIComponent(name)}`,
  /** The page by which a provision of another work (`from`: `type/slug`) comes into a draft. */
  quote: (
    work: WorkName,
    step: {
      readonly from?: string;
      readonly edition?: string | number | undefined;
      readonly eid?: string;
    } = {},
  ) => withQuery(`/desk/${work.type}/${work.slug}/quote`, step),
  /** Takes HTML that was pasted into the text of a draft, and answers Markdown. */
  pasteInto: (work: WorkName) => `/desk/${work.type}/${work.slug}/paste`,
  /** The draft, saying that this version of it was just saved. */
  savedDraft: (work: WorkName, version: number) => `/desk/${work.type}/${work.slug}?saved=${version}`,
} as const;

function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | null | undefined>>,
): string {
  const kept = Object.entries(query).filter(
    ([, value]) => value !== null && value !== undefined && value !== '',
  );
  if (kept.length === 0) return path;
  return `${path}?${new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString()}`;
}

function withPlaces(path: string, { topic, places = [], on, asOf }: ConcordanceQuery): string {
  const asked = withQuery(path, { topic });
  const more = [
    ...places.map((code) => ['place', code] as const),
    ...(on === undefined ? [] : [['on', on] as const]),
    ...(asOf === undefined ? [] : [['asOf', asOf] as const]),
  ];
  const query = new URLSearchParams(more.map(([key, value]) => [key, value])).toString();
  return query === '' ? asked : `${asked}${asked.includes('?') ? '&' : '?'}${query}`;
}
