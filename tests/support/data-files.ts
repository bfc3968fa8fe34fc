import { northOrganisation } from './made-up-country.ts';

/** A file of rows, or an operation of the API, and addresses at which the register of `everything-story.ts` answers. */
export type DataFile = {
  /** Below `src/pages`, or the id of an operation. */
  readonly at: string;
  /** `asOf`: the same bytes again as of the same moment. `itself`: the same bytes for ever under its own address. */
  readonly lasts: 'asOf' | 'itself';
  readonly addresses: readonly string[];
};

const both = (address: string, query = ''): readonly string[] =>
  ['csv', 'json'].map((extension) => `${address}.${extension}${query}`);

const agreement = '/agreements/test-network';
const compared = 'topic=issues/waste&place=99';
const api = '/api/v1';
const works = `${api}/works`;

/** Every file of rows that the site gives out, and every operation that answers with rows. */
export const dataFiles: readonly DataFile[] = [
  {
    at: '[type].csv.ts',
    lasts: 'asOf',
    addresses: [
      '/charters.csv',
      '/charters.csv?province=99&sort=latest',
      '/charters.csv?rows=provisions',
      '/cases.csv',
    ],
  },
  {
    at: '[type].json.ts',
    lasts: 'asOf',
    addresses: ['/charters.json', '/agreements.json', '/charters.json?rows=provisions'],
  },
  { at: 'commitments.csv.ts', lasts: 'asOf', addresses: ['/commitments.csv', '/commitments.csv?q=ทดสอบ'] },
  {
    at: 'commitments.json.ts',
    lasts: 'asOf',
    addresses: ['/commitments.json', '/commitments.json?network=test-network'],
  },
  {
    at: 'agreements/[slug]/parties.[format].ts',
    lasts: 'asOf',
    addresses: both(`${agreement}/parties`),
  },
  {
    at: 'agreements/[slug]/parties/@[date].[format].ts',
    lasts: 'asOf',
    addresses: both(`${agreement}/parties/@2026-06`),
  },
  {
    at: 'agreements/[slug]/commitments.[format].ts',
    lasts: 'asOf',
    addresses: both(`${agreement}/commitments`),
  },
  {
    at: 'agreements/[slug]/commitments/@[date].[format].ts',
    lasts: 'asOf',
    addresses: both(`${agreement}/commitments/@2026-11-21`),
  },
  { at: 'cases/[slug]/spread.[format].ts', lasts: 'asOf', addresses: both('/cases/test-case/spread') },
  ...['networks', 'topics', 'places'].flatMap((page) =>
    ['csv', 'json'].map(
      (extension): DataFile => ({
        at: `${page}.${extension}.ts`,
        lasts: 'asOf',
        addresses: [
          `/${page}.${extension}`,
          ...(page === 'places' ? [`/places.${extension}?inside=99`] : []),
        ],
      }),
    ),
  ),
  { at: 'networks/[slug].[format].ts', lasts: 'asOf', addresses: both('/networks/test-network') },
  {
    at: 'organisations/[slug].[format].ts',
    lasts: 'asOf',
    addresses: both(`/organisations/${northOrganisation.slug}`),
  },
  {
    at: 'topics/[scheme]/[term].[format].ts',
    lasts: 'asOf',
    addresses: [...both('/topics/issues/waste'), '/topics/issues/waste.csv?rows=provisions'],
  },
  {
    at: 'places/[code].[format].ts',
    lasts: 'asOf',
    addresses: ['99', '990101'].flatMap((code) => both(`/places/${code}`)),
  },
  {
    at: 'places/[code]/@[date].[format].ts',
    lasts: 'asOf',
    addresses: ['99/@2026-11-21', '990101/@2026-06'].flatMap((asked) => both(`/places/${asked}`)),
  },
  { at: 'search.csv.ts', lasts: 'asOf', addresses: ['/search.csv?q=ทดสอบ', '/search.csv?q=ทดสอบ&older=1'] },
  { at: 'search.json.ts', lasts: 'asOf', addresses: ['/search.json?q=ทดสอบ&type=charters'] },
  { at: 'compare.csv.ts', lasts: 'asOf', addresses: [`/compare.csv?${compared}`] },
  { at: 'compare.json.ts', lasts: 'asOf', addresses: [`/compare.json?${compared}`] },
  {
    at: 'about/coverage.csv.ts',
    lasts: 'asOf',
    addresses: ['/about/coverage.csv', '/about/coverage.csv?rows=facts'],
  },
  { at: 'about/coverage.json.ts', lasts: 'asOf', addresses: ['/about/coverage.json'] },
  {
    at: '[type]/[slug]/deviation.json.ts',
    lasts: 'asOf',
    addresses: ['/charters/test-north/deviation.json'],
  },
  {
    at: '[type]/[slug]/provisions/[eid].json.ts',
    lasts: 'asOf',
    addresses: ['model', 'north', 'alike'].map((slug) => `/charters/test-${slug}/provisions/cl-2.json`),
  },
  {
    at: '[type]/[slug]/editions/[number].[format].ts',
    lasts: 'itself',
    addresses: ['json', 'md', 'txt', 'bib', 'ris', 'csl.json'].map(
      (extension) => `/charters/test-north/editions/1.${extension}`,
    ),
  },
  {
    at: '[type]/[slug]/compare/[pair].json.ts',
    lasts: 'itself',
    addresses: ['/charters/test-model/compare/1..2.json'],
  },
  { at: 'listWorks', lasts: 'asOf', addresses: [`${works}?type=charters`, `${works}?perPage=2`] },
  { at: 'listProvisions', lasts: 'asOf', addresses: [`${api}/provisions?type=charters`] },
  { at: 'listCommitments', lasts: 'asOf', addresses: [`${api}/commitments`] },
  { at: 'getParties', lasts: 'asOf', addresses: [`${works}${agreement}/parties`] },
  { at: 'getCommitments', lasts: 'asOf', addresses: [`${works}${agreement}/commitments`] },
  { at: 'listNetworks', lasts: 'asOf', addresses: [`${api}/networks`] },
  { at: 'listTopics', lasts: 'asOf', addresses: [`${api}/topics`] },
  { at: 'listPlaces', lasts: 'asOf', addresses: [`${api}/places`, `${api}/places?inside=99`] },
  { at: 'getSpread', lasts: 'asOf', addresses: [`${works}/cases/test-case/spread`] },
  { at: 'comparePlaces', lasts: 'asOf', addresses: [`${api}/compare?topic=issues/waste&places=99`] },
  { at: 'getCoverage', lasts: 'asOf', addresses: [`${api}/coverage`] },
  { at: 'getDeviation', lasts: 'asOf', addresses: [`${works}/charters/test-north/deviation`] },
  {
    at: 'getProvisionLineage',
    lasts: 'asOf',
    addresses: [`${works}/charters/test-model/provisions/cl-2`],
  },
  { at: 'getEdition', lasts: 'itself', addresses: [`${works}/charters/test-north/editions/1`] },
  {
    at: 'listProvisionsOfEdition',
    lasts: 'itself',
    addresses: [`${works}/charters/test-north/editions/1/provisions`],
  },
  {
    at: 'getProvision',
    lasts: 'itself',
    addresses: [`${works}/charters/test-north/editions/1/provisions/cl-2`],
  },
  { at: 'compareEditions', lasts: 'itself', addresses: [`${works}/charters/test-model/compare/1/2`] },
];

/** What is no file of rows to come back to, and why; by where it is, as above. */
export const noDataFiles: Readonly<Record<string, string>> = {
  'api/openapi.json.ts': 'describes the program',
  'schemas/parties.json.ts': 'describes the program',
  'schemas/commitments.json.ts': 'describes the program',
  'schemas/commitment-list.json.ts': 'describes the program',
  'download.json.ts': 'names the sets of files that are kept now; each set stays as it is',
  'desk/audit.csv.ts': 'is for registrars, of a trail that is only added to',
  search: 'ranks by the index of now; asked as of a moment it is in a fixed order, see search-files.test.ts',
  suggest: 'offers names while somebody types',
  getHealth: 'tells of now',
  getWork: 'is the page of a work as it stands now; its editions last under their own addresses',
  getEditionOn: 'leads to the edition of a day as far as is known now',
  listEditions: 'grows at its end, and each edition lasts under its own address',
  getPlace: 'is the page of a place now; its works are /places/{code}.json as of any moment',
  getPlaceOn: 'is the page of a place on a day as far as is known now; its works are a file as of any moment',
  getNetwork: 'is the page of a network now; its members and works are a file as of any moment',
  getOrganisation: 'is the page of an organisation now; its works are a file as of any moment',
  listOrganisations: 'names the organisations of now',
};

/** Pages that tell the same as of a moment. */
export const pagesAsOf: readonly string[] = [
  '/charters',
  '/charters?province=99&sort=latest',
  '/commitments',
  `${agreement}/parties`,
  `${agreement}/parties/@2026-06`,
  `${agreement}/commitments`,
  `${agreement}/commitments/@2026-11-21`,
  '/cases/test-case/spread',
  `/compare?${compared}`,
  '/about/coverage',
  '/topics/issues/waste',
  '/charters/test-north/deviation',
  '/charters/test-model/provisions/cl-2',
  '/charters/test-north/provisions/cl-2',
];
