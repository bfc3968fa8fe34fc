import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';

/** Pages about the register, written in git. */
const pages = defineCollection({
  loader: glob({ base: './content/pages', pattern: '*.md' }),
  schema: z.strictObject({
    title: z.string().min(1),
    description: z.string().min(1),
    /** Position in the list of pages, from 1. */
    order: z.number().int(),
  }),
});

/** Decision records; the number and title are in the file name and its first heading. */
const decisions = defineCollection({
  loader: glob({ base: './content/decisions', pattern: '[0-9]*.md' }),
  schema: z.looseObject({
    title: z.string().optional(),
    date: z.coerce.string().optional(),
    status: z.string().optional(),
  }),
});

export const collections = { pages, decisions };
