import type { CollectionEntry } from 'astro:content';

export type Decision = {
  readonly id: string;
  readonly title: string;
  /** Date and status as the record gives them; empty when it gives neither. */
  readonly remark: string;
  readonly body: string;
};

/** A decision record for the screen: a title written as its first heading is not repeated in the body. */
export function describeDecision(entry: CollectionEntry<'decisions'>): Decision {
  const body = entry.body ?? '';
  const heading = /^\s*#\s+(.+)\n/.exec(body);
  const { title, date, status } = entry.data;
  return {
    id: entry.id,
    title: title ?? heading?.[1]?.trim() ?? entry.id,
    remark: [date?.slice(0, 10), status].filter(Boolean).join(' · '),
    body: heading ? body.slice(heading[0].length) : body,
  };
}
