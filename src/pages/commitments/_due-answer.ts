import { writeDueCalendar } from '../../exports/due-calendar.ts';
import { listDue } from '../../registry/list-due.ts';
import { dataAnswer, refusedData } from '../_data-answer.ts';

/** When commitments are due, as a calendar that programs follow. */
export async function dueAnswer(
  { register, origin, now }: App.Locals,
  scope: { readonly network?: string; readonly organisation?: string },
): Promise<Response> {
  const due = await listDue(register, scope, now);
  if (!due.ok) return refusedData(due.refusal, false);
  const { of, rows } = due.value;
  const title = ['วันครบกำหนดของพันธสัญญา', ...(of === null ? [] : [of])].join(' ');
  return dataAnswer({
    body: writeDueCalendar({ title, origin, rows }),
    contentType: 'text/calendar; charset=utf-8',
    fileName: `${scope.network ?? scope.organisation ?? 'commitments'}.ics`,
    title,
  });
}
