import { readFile } from 'node:fs/promises';
import type { Register } from '../../db/connection.ts';
import { schemesSchema } from '../catalogue/vocabulary.ts';
import { loadGazetteer } from '../gazetteer/gazetteer.ts';
import { storeReferenceData } from '../registry/store-reference-data.ts';

const schemesFile = new URL('../../content/vocabularies/schemes.json', import.meta.url);

/** Puts the gazetteer and the vocabularies of `content/` into a register, if they are not there. */
export async function fillReferenceData(register: Register): Promise<void> {
  const schemes = schemesSchema.parse(JSON.parse(await readFile(schemesFile, 'utf8')));
  await storeReferenceData(register, { places: loadGazetteer(), schemes });
}
