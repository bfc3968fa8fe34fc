import { toArabicDigits } from '../thai/digits.ts';

/** What must not stand in a public text by accident (scenario C6 of the product, and the PDPA). */
export const personalDataKinds = ['mobile_number', 'national_id', 'house_number', 'email'] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

export type PersonalDatum = {
  readonly kind: PersonalDataKind;
  /** As it stands in the text. */
  readonly text: string;
  /** Where it begins, in UTF-16 units. */
  readonly index: number;
};

const between = '[\\s\\u00a0().\\-\\u2010-\\u2015\\u2212]';

/** A mobile number of Thailand: 06, 08 or 09 and eight digits, or +66 instead of the 0. */
const mobile = new RegExp(
  `(?<![0-9][.,]?)\\(?(?:\\+?66${between}{0,3}(?:\\(0\\))?|0(?!\\.))${between}{0,2}[689](?:${between}{0,2}[0-9]){8}(?![0-9])`,
  'g',
);

/** Thirteen digits, together or in groups. Whether they are a national ID is told by the last one. */
const thirteenDigits = new RegExp(`(?<![0-9])[1-8](?:${between}{0,2}[0-9]){12}(?![0-9])`, 'g');

const blank = '[ \\u00a0]*';
const houseNumber = `[0-9]+(?:[/-][0-9]+)*`;

/** A house by its number, or where somebody lives with the number of the village behind it; offices stand at theirs. */
const house = new RegExp(
  [
    `บ้าน${blank}เลขที่[ \\u00a0:]*${houseNumber}`,
    `(?<!ตั้ง)(?:อยู่|อาศัย)(?:อยู่|ปัจจุบัน|ตามทะเบียนบ้าน|ที่|ณ)*[ \\u00a0:]*(?:เลขที่${blank})?${houseNumber}${blank}(?:หมู่(?:ที่)?|ม\\.)${blank}[0-9]+`,
  ].join('|'),
  'g',
);

const email = /[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}/g;

const address = /(?:https?:\/\/|\]\()[^\s)]*/g;

/**
 * Personal data in a text, in its order: mobile numbers, national IDs with a valid check digit, house numbers and e-mail
 * addresses, in either kind of digit and with the usual separators. Links are left out: their digits are of machines.
 */
export function findPersonalData(text: string): readonly PersonalDatum[] {
  // Each kind needs one of these, and most of the texts of a manifest have none.
  if (!/[0-9๐-๙@]/.test(text)) return [];
  const plain = toArabicDigits(text).replace(address, (link) => ' '.repeat(link.length));
  const find = (kind: PersonalDataKind, pattern: RegExp, isOne: (found: string) => boolean = () => true) =>
    [...plain.matchAll(pattern)].flatMap((match) =>
      isOne(match[0])
        ? [{ kind, text: text.slice(match.index, match.index + match[0].length), index: match.index }]
        : [],
    );
  return [
    ...find('mobile_number', mobile),
    ...find('national_id', thirteenDigits, isNationalId),
    ...find('house_number', house),
    ...find('email', email),
  ].sort((a, b) => a.index - b.index);
}

/** The check digit of the Department of Provincial Administration: eleven less the weighted sum, modulo ten. */
export function isNationalId(text: string): boolean {
  const digits = [...text.replace(/[^0-9]/g, '')].map(Number);
  if (digits.length !== 13) return false;
  const sum = digits.slice(0, 12).reduce((total, digit, index) => total + digit * (13 - index), 0);
  return (11 - (sum % 11)) % 10 === digits[12];
}
