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

/** One work to a line, which keeps a list of thousands small and still lets line tools read it. */
export function writeListJson(list: ListExport): string {
  const { works, ...head } = listDocument(list);
  const lines = works.map((work) => JSON.stringify(work)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"works":[\n${lines}\n]}\n`;
}
