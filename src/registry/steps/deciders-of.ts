import type { Connection } from '../../../db/connection.ts';
import { findNetwork, listNetworksOfWork } from '../../../db/networks.ts';
import { findGroups } from '../../../db/organisations.ts';
import { givenValue } from '../../domain/fact.ts';
import { firstDayOf, type IsoDate, lastDayOf } from '../../domain/iso-date.ts';
import type { NetworkMember } from '../../domain/network.ts';
import type { HubTerm } from '../../domain/organisation.ts';
import { isPresent } from '../../domain/party-table.ts';
import type { Deciders } from '../../domain/submission-right.ts';
import type { AgreementOn } from './read-agreement.ts';

/**
 * Who decides about what is handed in for an agreement: its steward and, on its day, the hubs that it names, those of
 * the networks that it came out of, and whoever runs a group of organisations that is a party or one of these networks.
 */
export async function decidersOf(connection: Connection, agreement: AgreementOn): Promise<Deciders> {
  const { work, day, roster } = agreement;
  const { rows } = roster.tableOn(day);
  const named = rows.filter((row) => row.role === 'hub' && isPresent(row)).map(({ holder }) => holder);
  const networks = await Promise.all(
    (await listNetworksOfWork(connection, work)).map(({ slug }) => findNetwork(connection, slug)),
  );
  const members = networks.flatMap((network) => network?.members ?? []);
  const groups = await findGroups(connection, [
    ...networks.flatMap((network) => network?.organisation ?? []),
    ...rows.filter(isPresent).map(({ holder }) => holder),
  ]);
  const terms = groups.flatMap(({ hubs }) => hubs ?? []);
  return {
    steward: work.steward,
    hubs: [
      ...new Set([
        ...named,
        ...members.filter((one) => isHubOn(one, day)).map(({ organisation }) => organisation),
        ...terms.filter((term) => runsOn(term, day)).map(({ organisation }) => organisation),
      ]),
    ],
  };
}

function isHubOn({ role, since, until }: NetworkMember, day: IsoDate): boolean {
  const begun = givenValue(since);
  const over = givenValue(until);
  return (
    role === 'hub' &&
    (begun === null || firstDayOf(begun.start) <= day) &&
    (over === null || lastDayOf(over.end ?? over.start) >= day)
  );
}

const runsOn = ({ from, until }: HubTerm, day: IsoDate): boolean =>
  (from === null || from <= day) && (until === null || day < until);
