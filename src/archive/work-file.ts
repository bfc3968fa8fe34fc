import { z } from 'zod';
import { line, writtenDate } from '../catalogue/fact-schema.ts';
import { eventKinds, type WorkEvent } from '../domain/timeline.ts';
import { plainDate } from './plain.ts';
import { type Parsed, readYaml, writeYaml } from './yaml-file.ts';

/** What `{type}/{slug}/work.yaml` holds: who looks after the work, and what happened to it. */
export type WorkFile = { readonly steward: string | null; readonly events: readonly WorkEvent[] };

const orNull = <T>(schema: z.ZodType<T>) => schema.nullish().transform((value) => value ?? null);

const eventSchema = z.strictObject({
  kind: z.enum(eventKinds),
  date: orNull(writtenDate),
  note: orNull(line(1000)),
  source: orNull(z.strictObject({ title: line(500), url: orNull(z.url({ protocol: /^https?$/ })) })),
});

const workSchema: z.ZodType<WorkFile> = z.strictObject({
  steward: orNull(line(80)),
  events: z.array(eventSchema).default([]),
});

export const readWorkFile = (text: string, file: string): Parsed<WorkFile> =>
  readYaml(text, file, 1, workSchema);

/** Null when there is nothing to write: a work without steward and events has no such file. */
export function writeWorkFile(work: WorkFile): string | null {
  if (work.steward === null && work.events.length === 0) return null;
  const events = work.events.map((event) => ({
    kind: event.kind,
    ...(event.date && { date: plainDate(event.date) }),
    ...(event.note !== null && { note: event.note }),
    ...(event.source && {
      source: { title: event.source.title, ...(event.source.url !== null && { url: event.source.url }) },
    }),
  }));
  return writeYaml({
    ...(work.steward !== null && { steward: work.steward }),
    ...(events.length > 0 && { events }),
  });
}
