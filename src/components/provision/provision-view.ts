/** What the page of a provision shows: what the register opens. */
export type { Lineage, LineageEnd, LineageHop, ProvisionPage } from '../../registry/open-provision.ts';
