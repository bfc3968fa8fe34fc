import { z } from 'zod';
import { slugPattern } from '../domain/work.ts';

/** One word of the trade: what it means in plain Thai, and the words to avoid for it. */
export type GlossaryEntry = {
  readonly slug: string;
  readonly term: string;
  readonly termEn: string;
  readonly abbreviations: readonly string[];
  readonly definition: string;
  readonly avoid: readonly string[];
  /** A word of everyday Thai: in the glossary, but not explained beside a text. */
  readonly isCommon: boolean;
  readonly source: string | null;
};

/** The file `content/glossary.json`. */
export const glossarySchema: z.ZodType<readonly GlossaryEntry[]> = z.array(
  z.strictObject({
    slug: z.string().max(80).regex(slugPattern),
    term: z.string().min(1),
    termEn: z.string().min(1),
    abbreviations: z.array(z.string().min(1)).default([]),
    definition: z.string().min(10),
    isCommon: z.boolean().default(false),
    avoid: z.array(z.string().min(1)).default([]),
    source: z
      .string()
      .nullish()
      .transform((value) => value ?? null),
  }),
);
