import { toArabicDigits } from './digits.ts';

/**
 * Reads a time of day as Thai offices write it: 9:00, 09.00 น., ๑๓.๓๐ นาฬิกา, or the hour alone (9 น.).
 * @returns `HH:MM`; null when it is no time of the 24-hour day
 */
export function parseTimeOfDay(text: string): string | null {
  const match = /^(?:เวลา)?\s*(\d{1,2})(?:\s*[:.]\s*(\d{2}))?\s*(?:น\.?|นาฬิกา)?$/.exec(
    toArabicDigits(text.trim()),
  );
  if (!match) return null;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
