import { type ListExport, rowOf, shortfall } from './list-export.ts';

/** `{ asOf, total, works }` and where it comes from; `note` is there when the file is not the whole list. */
export function listDocument(list: ListExport) {
  const note = shortfall(list);
  return {
    asOf: list.asOf,
    address: new URL(list.path, list.origin).href,
    total: list.total,
    ...(note === null ? {} : { note }),
    works: list.works.map((work) => rowOf(work, list.origin)),
  };
}

export const writeListJson = (list: ListExport): string => `${JSON.stringify(listDocument(list), null, 1)}\n`;
