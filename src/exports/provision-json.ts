import { type ProvisionExport, provisionRowsOf } from './provision-rows.ts';

/** `{ asOf, address, total, next, provisions }`, one provision to a line; `total` counts works, `next` is an address. */
export function writeProvisionJson(list: ProvisionExport): string {
  const head = {
    asOf: list.asOf,
    address: new URL(list.path, list.origin).href,
    total: list.total,
    next: list.nextPath === null ? null : new URL(list.nextPath, list.origin).href,
  };
  const rows = list.works.flatMap((work) => provisionRowsOf(work, list.origin));
  const lines = rows.map((row) => JSON.stringify(row)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"provisions":[\n${lines}\n]}\n`;
}
