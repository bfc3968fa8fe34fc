import { describe, expect, test } from 'vitest';
import { dateTextsOf, dayText, readDateTexts, readDay } from '../../src/facts/date-texts.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';

const date = (rest: Partial<WrittenDate>): WrittenDate => ({
  start: '2017-05-15',
  end: null,
  precision: 'day',
  textAsWritten: null,
  isInferred: false,
  ...rest,
});

const dates: readonly WrittenDate[] = [
  date({ textAsWritten: '๑๕ พฤษภาคม พ.ศ.๒๕๖๐' }),
  date({ textAsWritten: '15 May BE 2560, about noon' }),
  date({ textAsWritten: '๑๕ พฤษภาคม', isInferred: true }),
  date({ textAsWritten: '๑๕ พฤษภาคม', isInferred: false }),
  date({ isInferred: true }),
  date({ end: '2017-05-16', textAsWritten: '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐' }),
  date({ start: '2017-05', precision: 'month' }),
  date({ start: '2017', end: '2020', precision: 'year', textAsWritten: '๒๕๖๐ ถึง ๒๕๖๓' }),
  date({ start: '2020', precision: 'year', textAsWritten: '๒๐๒๐' }),
  date({ start: '1650', precision: 'year', textAsWritten: 'สมัยทดสอบ' }),
  date({ start: '1650-02-01', end: '1651-03-04', textAsWritten: 'สมัยทดสอบ' }),
  date({ start: '2022-10-01', end: '2023-09-30', precision: 'fiscal_year' }),
  date({ start: '1941-01-15', textAsWritten: null }),
  date({ start: '1940-03-15', textAsWritten: null }),
];

describe('a date of a document', () => {
  test.each(dates)('%o comes back from its texts as it was', (one) => {
    expect(readDateTexts(dateTextsOf(one))).toEqual({ date: one });
  });

  test('whose words say when it was asks for nothing more', () => {
    expect(dateTextsOf(date({ textAsWritten: '๑๕ พฤษภาคม พ.ศ.๒๕๖๐' })).understood).toBe('');
  });

  test.each(['31 กุมภาพันธ์ 2560', 'เมื่อวาน', '2560-13', '1650-02-30'])('%s is none', (text) => {
    expect(readDateTexts({ written: text, understood: '', isInferred: false })).toEqual({ wrong: 'written' });
    expect(readDateTexts({ written: 'คำ', understood: text, isInferred: false })).toEqual({
      wrong: 'understood',
    });
  });

  test('every day from 1900 to 2100 comes back from how it is told', () => {
    for (let at = Date.UTC(1900, 0, 1); at < Date.UTC(2100, 0, 1); at += 86_400_000) {
      const iso = new Date(at).toISOString().slice(0, 10);
      if (readDay(dayText(iso)) !== iso) expect.unreachable(iso);
    }
  });
});
