import type { Register } from '../../db/connection.ts';
import { findEdition } from '../../db/editions.ts';
import type { TitledWork } from '../../db/relations.ts';
import { listProjectsOwingReports } from '../../db/reports.ts';
import { givenValue } from '../domain/fact.ts';
import { dayInThailand, type Instant, laterDay } from '../domain/iso-date.ts';
import { type ReportState, reportPeriodsOf, reportStateOn, soonDays } from '../domain/monitoring.ts';
import { type Actor, isRegistrar } from '../domain/permission.ts';
import { ownOrganisations } from './steps/own-organisations.ts';

/** So many projects are looked at; the first page of the desk is no list. */
const mostProjects = 20;

export type OwedReport = {
  readonly project: TitledWork;
  /** What the project calls the period. */
  readonly name: string;
  readonly state: Extract<ReportState, { readonly kind: 'overdue' | 'soon' }>;
};

/**
 * The reports that are overdue or due soon of the projects that an actor's organisations look after, own or monitor; a
 * registrar's are all. What is overdue longest comes first.
 */
export async function listOwedReports(
  { read }: Pick<Register, 'read'>,
  actor: Actor,
  now: Instant,
): Promise<readonly OwedReport[]> {
  const today = dayInThailand(now);
  const organisations = isRegistrar(actor) ? null : (await ownOrganisations(read, actor)).all;
  const projects = await listProjectsOwingReports(
    read,
    organisations,
    laterDay(today, soonDays + 1),
    mostProjects,
  );
  const owed: OwedReport[] = [];
  for (const { workId, ...project } of projects) {
    const edition = await findEdition(read, workId, project.currentNumber);
    for (const period of reportPeriodsOf(edition?.manifest.facts ?? {})) {
      const state = reportStateOn(period, today);
      if (state.kind !== 'overdue' && state.kind !== 'soon') continue;
      owed.push({ project, name: givenValue(period.name) ?? '', state });
    }
  }
  return owed.sort((a, b) => daysLeft(a.state) - daysLeft(b.state));
}

const daysLeft = ({ kind, days }: OwedReport['state']): number => (kind === 'overdue' ? -days : days);
