import type { Promised } from '../../src/domain/commitment-progress.ts';
import type { Commitment, Party } from '../../src/domain/edition.ts';
import { type Fact, given, notStated } from '../../src/domain/fact.ts';
import type { IsoDate } from '../../src/domain/iso-date.ts';
import type { OrganisationSuccession } from '../../src/domain/organisation-succession.ts';
import { partyRoster } from '../../src/domain/party-roster.ts';
import type { PartyEdition } from '../../src/domain/party-table.ts';
import type { WrittenDate } from '../../src/thai/written-date.ts';

/** A day in the type of one. */
export const on = (day: string) => day as IsoDate;
/** A date, as exact as it is written. */
export const dated = (start: string): Fact<WrittenDate> =>
  given({
    start,
    end: null,
    precision: start.length === 4 ? 'year' : start.length === 7 ? 'month' : 'day',
    textAsWritten: null,
    isInferred: false,
  });
/** A test commitment: at least two, counted together. */
export const commitmentOf = (more: Partial<Commitment> = {}): Commitment => ({
  id: 'one',
  metric: 'ข้อตกลงทดสอบ',
  comparator: 'at_least',
  value: 2,
  unit: 'ประเด็น',
  scope: ['network'],
  per: null,
  due: notStated,
  period: null,
  domain: null,
  provision: null,
  textAsWritten: 'ทดสอบ',
  sources: [],
  ...more,
});
/** A member that signed on 1 January 2020, or did what is told. */
export const member = (organisation: string, ...actions: Party['actions']): Party => ({
  organisation,
  role: 'member',
  note: null,
  actions: actions.length > 0 ? actions : [{ kind: 'sign', date: dated('2020-01-01') }],
  sources: [],
});
/** The made-up places of the test members. */
export const placesOf = (organisation: string): readonly string[] =>
  ({ north: ['990101'], south: ['990102'], upland: ['990103', '990104'], town: ['990101'] })[organisation] ??
  [];
/** A commitment of three members that have signed. */
export const promisedOf = (
  commitment: Commitment,
  more: Partial<PartyEdition> = {},
  successions: readonly OrganisationSuccession[] = [],
): Promised => ({
  commitment,
  roster: partyRoster(
    {
      parties: ['north', 'south', 'upland'].map((slug) => member(slug)),
      claims: [],
      adopted: dated('2020-01-01'),
      publishedOn: '2020-01-02',
      ...more,
    },
    successions,
  ),
  placesOf,
});
