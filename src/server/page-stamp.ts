const DAY_MS = 86_400_000;
const BANGKOK_OFFSET_MS = 7 * 3_600_000;

/**
 * The stamp under which public pages are kept: it changes with every publication, and at midnight in Thailand, because
 * where a work stands is computed from the day.
 */
export function pageStamp(revision: number, now: number): string {
  return `${revision}/${Math.floor((now + BANGKOK_OFFSET_MS) / DAY_MS)}`;
}
