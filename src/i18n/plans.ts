import type { WarningLevel } from '../domain/crisis-plan.ts';
import type { ChainLevel } from '../domain/plan-chain.ts';
import type { ReviewClock } from '../domain/review-clock.ts';
import { formatAddressDate, formatWrittenDate } from '../thai/format-date.ts';

/** The levels by word and by a sign that needs no colour: the fuller, the more urgent. */
export const levelLabels: Readonly<Record<WarningLevel, string>> = {
  watch: 'เฝ้าระวัง',
  ready: 'เตรียมพร้อม',
  act: 'ลงมือ',
};
export const levelSigns: Readonly<Record<WarningLevel, string>> = { watch: '○', ready: '◐', act: '●' };

/** Beside the day of a review that the text does not state. */
export const countedReview = 'คำนวณจากรอบการทบทวน';

/** What the review clock says, in a sentence. */
export function reviewText(clock: ReviewClock): string {
  switch (clock.kind) {
    case 'due': {
      const day = formatAddressDate(clock.lastDay);
      const how = clock.from === 'counted' ? ` (${countedReview})` : '';
      return clock.isPast ? `ครบกำหนดทบทวนไปแล้วเมื่อ ${day}${how}` : `ทบทวนภายใน ${day}${how}`;
    }
    case 'reviewed':
      return `ทบทวนแล้วเมื่อ ${formatWrittenDate(clock.on)} ยังไม่ได้ระบุครั้งถัดไป`;
    case 'not_stated':
      return 'ไม่ได้ระบุวันทบทวน';
    default:
      return clock satisfies never;
  }
}

/** The levels of plans as the four agencies named them (seed 003). */
export const chainLevelLabels: Readonly<Record<ChainLevel, string>> = {
  village: 'หมู่บ้านหรือชุมชน',
  local: 'ท้องถิ่น',
  province: 'จังหวัดหรือกลุ่มจังหวัด',
};

/** Whether an indicator has reached its target. */
export const reachedLabels = { yes: 'ถึงเป้าหมายแล้ว', no: 'ยังไม่ถึงเป้าหมาย' } as const;
