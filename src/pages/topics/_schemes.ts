import schemesFile from '../../../content/vocabularies/schemes.json' with { type: 'json' };
import { schemesSchema } from '../../catalogue/vocabulary.ts';
import type { Scheme } from '../../domain/scheme.ts';

/** The controlled lists of topics, read once. */
export const schemes: readonly Scheme[] = schemesSchema.parse(schemesFile);
