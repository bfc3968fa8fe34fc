import type { Connection } from '../../../db/connection.ts';
import { listChainPlans, listLinksFrom, listLinksInto } from '../../../db/plan-links.ts';
import { followLinks, type PlanChain } from '../../domain/plan-chain.ts';
import { keyOfWork, type WorkName, workNamed } from '../../domain/work.ts';

/** The chain of plans around a plan, in both directions. */
export async function readPlanChain(read: Connection, work: WorkName): Promise<PlanChain> {
  const self = keyOfWork(work);
  const incoming = await followLinks(
    self,
    (keys) => listLinksInto(read, keys),
    ({ from }) => from,
  );
  const outgoing = await followLinks(
    self,
    (keys) => listLinksFrom(read, keys),
    ({ to }) => to,
  );
  const keys = new Set([self, ...[...incoming, ...outgoing].flatMap(({ from, to }) => [from, to])]);
  const plans = await listChainPlans(
    read,
    [...keys].flatMap((key) => workNamed(key) ?? []),
  );
  return {
    self,
    plans: new Map(plans.map((plan) => [keyOfWork(plan), plan])),
    incoming,
    outgoing,
  };
}
