import { documentTypes } from '../../../catalogue/index.ts';
import { requestOf, type SearchRequest } from '../../../search/search-request.ts';
import { toArabicDigits } from '../../../thai/digits.ts';

/** What `/api/v1/search` asks; `problems` are sentences about parameters that mean nothing. */
export type SearchQuestion = {
  readonly request: SearchRequest;
  readonly perPage: number;
  readonly problems: readonly string[];
};

const parameters = ['q', 'type', 'province', 'year', 'editions', 'page', 'perPage'] as const;
type Parameter = (typeof parameters)[number];

/** Which editions answer: all of them when nothing is asked. */
const editionChoices = ['all', 'current', 'older'];

const defaultPerPage = 10;
const mostPerPage = 50;
const lastPage = 9_999;

const sentences: Readonly<Record<Exclude<Parameter, 'q'> | 'unknown', string>> = {
  type: `ไม่มีเอกสารประเภทที่ระบุ type เป็นได้: ${documentTypes.map(({ type }) => type).join(', ')}`,
  province: 'ชื่อจังหวัดยาวเกินไป province เป็นชื่อจังหวัดภาษาไทย เช่น น่าน',
  year: 'อ่านปีไม่ได้ year เป็นปีพุทธศักราช 4 หลัก เช่น 2560',
  editions: `editions เป็นได้: ${editionChoices.join(', ')}`,
  page: `อ่านเลขหน้าไม่ได้ page เป็นจำนวนเต็มตั้งแต่ 1 ถึง ${lastPage}`,
  perPage: `perPage เป็นจำนวนเต็มตั้งแต่ 1 ถึง ${mostPerPage}`,
  unknown: `มีพารามิเตอร์ที่ไม่รู้จัก ใช้ได้: ${parameters.join(', ')}`,
};

/** Reads the question from an address. Numbers may be written in either kind of digit. */
export function readSearch(params: URLSearchParams): SearchQuestion {
  const read = (name: Parameter): string => (params.get(name) ?? '').trim();
  const whole = (name: Parameter, missing: number): number => {
    const text = toArabicDigits(read(name));
    return text === '' ? missing : /^\d{1,4}$/.test(text) ? Number(text) : 0;
  };
  const [type, province, editions] = [read('type'), read('province'), read('editions')];
  const year = toArabicDigits(read('year'));
  const [page, perPage] = [whole('page', 1), whole('perPage', defaultPerPage)];
  const wrong: Readonly<Record<keyof typeof sentences, boolean>> = {
    type: type !== '' && documentTypes.every((known) => known.type !== type),
    province: province.length > 100,
    year: year !== '' && !/^\d{4}$/.test(year),
    editions: editions !== '' && !editionChoices.includes(editions),
    page: page < 1,
    perPage: perPage < 1 || perPage > mostPerPage,
    unknown: [...params.keys()].some((name) => !parameters.some((known) => known === name)),
  };
  const asked = requestOf(new URLSearchParams({ q: read('q'), page: String(page) }));
  const edition = editions === 'all' ? '' : editions;
  return {
    request: { ...asked, chosen: { ...asked.chosen, type, province, year, edition } },
    perPage,
    problems: Object.entries(sentences).flatMap(([name, sentence]) =>
      wrong[name as keyof typeof sentences] ? sentence : [],
    ),
  };
}
