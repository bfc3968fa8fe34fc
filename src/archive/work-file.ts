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

/** An event as the domain has it; one that is about an edition carries its number and hash, all others neither. */
const anyEventSchema = z.discriminatedUnion('kind', [
  eventSchema.extend({
    kind: z.literal('published_in_error'),
    edition: z.int().min(1).max(9999),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  eventSchema.extend({ kind: z.enum(eventKinds).exclude(['published_in_error']) }),
]);

const workSchema: z.ZodType<WorkFile> = z.strictObject({
  steward: orNull(line(80)),
  events: z.array(anyEventSchema).default([]),
});

export const readWorkFile = (text: string, file: string): Parsed<WorkFile> =>
  readYaml(text, file, 1, workSchema);

/** Null when there is nothing to write: a work without steward and events has no such file. */
export function writeWorkFile(work: WorkFile): string | null {
  if (work.steward === null && work.events.length === 0) return null;
  const events = work.events.map((event) => ({
    kind: event.kind,
    ...(event.edition !== undefined && { edition: event.edition }),
    ...(event.sha256 !== undefined && { sha256: event.sha256 }),
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
