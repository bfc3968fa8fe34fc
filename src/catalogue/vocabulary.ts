import { z } from 'zod';
import type { Scheme } from '../domain/scheme.ts';
import { slugPattern } from '../domain/work.ts';

const slug = z.string().max(80).regex(slugPattern);
const orNull = z
  .string()
  .min(1)
  .nullish()
  .transform((value) => value ?? null);

/** The file `content/vocabularies/schemes.json`. */
export const schemesSchema: z.ZodType<readonly Scheme[]> = z.array(
  z
    .strictObject({
      slug,
      title: z.string().min(1),
      titleEn: orNull,
      status: z.enum(['confirmed', 'name_only']),
      claimedSize: orNull,
      source: z.string().min(1),
      terms: z.array(
        z.strictObject({
          slug,
          label: z.string().min(1),
          note: orNull,
          words: z.array(z.string().min(2)).default([]),
        }),
      ),
    })
    .refine((scheme) => (scheme.status === 'name_only') === (scheme.terms.length === 0), {
      message: 'a scheme without documented members is name_only, and only then',
    }),
);
