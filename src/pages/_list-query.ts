import type { WorkType } from '../domain/work.ts';
import type { listWorks } from '../registry/list-works.ts';
import { toArabicDigits } from '../thai/digits.ts';

/** What the address of a list asks for; `problems` are sentences about values that mean nothing. */
export type ListQuery = {
  readonly filter: Parameters<typeof listWorks>[1];
  readonly page: number;
  readonly problems: readonly string[];
};

/**
 * Reads `province` (two digits), `year` (Buddhist or common era, in either kind of digit) and `page` (from 1).
 * A value that means nothing is left out of the filter and named in `problems`.
 * @param isProvince whether a two-digit code is that of a province
 */
export function readListQuery(
  type: WorkType,
  params: URLSearchParams,
  isProvince: (code: string) => boolean,
): ListQuery {
  const readText = (name: string): string => toArabicDigits((params.get(name) ?? '').trim());
  const province = readText('province');
  const year = readYear(readText('year'));
  const page = readPage(readText('page'));
  const knowsProvince = province === '' || isProvince(province);
  const problems = [
    ...(knowsProvince ? [] : ['ไม่มีจังหวัดตามรหัสในที่อยู่ รหัสจังหวัดเป็นเลข 2 หลัก เช่น 56']),
    ...(year === null ? ['อ่านปีในที่อยู่ไม่ได้ ปีต้องเป็นเลข 4 หลัก เช่น 2560'] : []),
    ...(page === null ? ['อ่านเลขหน้าในที่อยู่ไม่ได้ เลขหน้าเริ่มจาก 1'] : []),
  ];
  return {
    filter: {
      type,
      ...(knowsProvince && province !== '' ? { place: province } : {}),
      ...(typeof year === 'number' ? { year } : {}),
    },
    page: page ?? 1,
    problems,
  };
}

/** A Buddhist-era year; undefined when none is asked for, null when it is not a year. */
function readYear(text: string): number | null | undefined {
  if (text === '') return undefined;
  if (!/^\d{4}$/.test(text)) return null;
  const year = Number(text);
  return year < 2400 ? year + 543 : year;
}

function readPage(text: string): number | null {
  if (text === '') return 1;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
