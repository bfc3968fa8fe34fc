type Month = { readonly long: string; readonly short: string; readonly spellings: readonly string[] };

/** January to December: the full name, the official abbreviation, and every spelling understood. */
export const MONTHS: readonly Month[] = [
  { long: 'มกราคม', short: 'ม.ค.', spellings: ['มกราคม', 'มกรา', 'january', 'jan'] },
  { long: 'กุมภาพันธ์', short: 'ก.พ.', spellings: ['กุมภาพันธ์', 'กุมภา', 'february', 'feb'] },
  { long: 'มีนาคม', short: 'มี.ค.', spellings: ['มีนาคม', 'มีนา', 'march', 'mar'] },
  { long: 'เมษายน', short: 'เม.ย.', spellings: ['เมษายน', 'เมษา', 'april', 'apr'] },
  { long: 'พฤษภาคม', short: 'พ.ค.', spellings: ['พฤษภาคม', 'พฤษภา', 'may'] },
  { long: 'มิถุนายน', short: 'มิ.ย.', spellings: ['มิถุนายน', 'มิถุนา', 'june', 'jun'] },
  { long: 'กรกฎาคม', short: 'ก.ค.', spellings: ['กรกฎาคม', 'กรกฎา', 'july', 'jul'] },
  { long: 'สิงหาคม', short: 'ส.ค.', spellings: ['สิงหาคม', 'สิงหา', 'august', 'aug'] },
  { long: 'กันยายน', short: 'ก.ย.', spellings: ['กันยายน', 'กันยา', 'september', 'sept', 'sep'] },
  { long: 'ตุลาคม', short: 'ต.ค.', spellings: ['ตุลาคม', 'ตุลา', 'october', 'oct'] },
  { long: 'พฤศจิกายน', short: 'พ.ย.', spellings: ['พฤศจิกายน', 'พฤศจิกา', 'november', 'nov'] },
  { long: 'ธันวาคม', short: 'ธ.ค.', spellings: ['ธันวาคม', 'ธันวา', 'december', 'dec'] },
];

/** The full or short Thai name of month 1–12. Throws RangeError for any other number. */
export function monthName(month: number, style: 'long' | 'short'): string {
  const entry = MONTHS[month - 1];
  if (entry === undefined) throw new RangeError(`There is no month ${month}.`);
  return entry[style];
}
