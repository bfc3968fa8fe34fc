import type { APIRoute } from 'astro';
import { auditCsv } from '../../exports/audit-csv.ts';
import { listAudit } from '../../registry/list-audit.ts';
import { dataAnswer, refusedData } from '../_data-answer.ts';
import { askedAudit } from './_audit-filter.ts';

/** The rows of the audit trail that fit a filter, as a file; dates that cannot be read count as not given. */
export const GET: APIRoute = async ({ locals, url }) => {
  const { session, register } = locals;
  if (!session) return refusedData({ code: 'not_permitted' }, false);
  const { filter } = askedAudit(url.searchParams);
  const listed = await listAudit(register, session.actor, filter, 'all');
  if (!listed.ok) return refusedData(listed.refusal, false);
  return dataAnswer({
    body: auditCsv(listed.value.rows),
    contentType: 'text/csv; charset=utf-8',
    fileName: 'audit.csv',
    title: 'บันทึกการใช้งาน',
  });
};
