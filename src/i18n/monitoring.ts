import type { ReportState } from '../domain/monitoring.ts';
import { formatNumber } from './numbers.ts';

/** The ways in which a report may stand, as counts and choices name them. */
export const reportStateLabels: Readonly<Record<ReportState['kind'], string>> = {
  overdue: 'เลยกำหนด',
  soon: 'ใกล้ถึงกำหนด',
  not_due: 'ยังไม่ถึงกำหนด',
  late: 'ส่งล่าช้า',
  in_time: 'ส่งทันกำหนด',
  unclear: 'บอกไม่ได้ว่าทันหรือไม่',
  not_stated: 'ไม่ได้ระบุกำหนดส่ง',
};

/** How a report stands, in one sentence. The register never says that somebody failed. */
export function reportStateText(state: ReportState): string {
  switch (state.kind) {
    case 'overdue':
      return `เลยกำหนด ${formatNumber(state.days)} วัน ยังไม่มีบันทึกว่าส่ง${state.hasReason ? '' : ' และยังไม่ได้บอกเหตุ'}`;
    case 'soon':
      return state.days === 0 ? 'ครบกำหนดวันนี้' : `เหลือ ${formatNumber(state.days)} วัน`;
    case 'late':
      return `ส่งล่าช้า${state.isAtLeast ? 'อย่างน้อย' : ''} ${formatNumber(state.days)} วัน ${state.hasReason ? 'บอกเหตุแล้ว' : 'ไม่ได้บอกเหตุ'}`;
    case 'not_due':
    case 'in_time':
    case 'unclear':
    case 'not_stated':
      return reportStateLabels[state.kind];
    default:
      return state satisfies never;
  }
}
