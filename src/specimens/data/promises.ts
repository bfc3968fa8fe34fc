import { byDue, isDone } from '../../domain/due-order.ts';
import type { IsoDate } from '../../domain/iso-date.ts';
import { testCommitmentsPage } from './commitments.ts';
import { testInstitute, testMunicipality, testSao } from './places.ts';

const { work, title, commitments, day, places } = testCommitmentsPage;

const promised = commitments.map(({ commitment, progress }) => ({
  ...{ work, title, commitment },
  share: {
    readings: progress.readings.map(({ scope, units }) => ({ scope, units: units.slice(0, 1) })),
    ...{ accepted: 2, waiting: 1 },
  },
}));

/** What a test organisation promised, of which one thing is overdue, with a forerunner and a successor. */
export const testPromisesPage = {
  organisation: testSao,
  day,
  successor: { slug: testMunicipality.slug, name: testMunicipality.name, on: '2022-06-01' as IsoDate },
  forerunners: [testInstitute],
  agreements: { page: 1, pages: 2, shown: 60, total: 61 },
  promised,
  shownTotal: 201,
  shown: commitments.flatMap(({ commitment, evidence }) =>
    evidence.flatMap(({ number, organisation, filing }) =>
      filing === null
        ? []
        : [
            {
              ...{ number, organisation, filing },
              ...{ agreement: work.slug, agreementTitle: title, commitment: commitment.id },
              ...{ metric: commitment.metric, unit: commitment.unit },
              uncounted: number === 1 ? ('outside' as const) : null,
            },
          ],
    ),
  ),
  due: byDue(promised.filter(({ share }) => !isDone(share))),
  places,
};
