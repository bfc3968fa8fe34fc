import { z } from 'zod';
import { hashShape } from '../../catalogue/manifest-schema.ts';
import { addresses } from '../../domain/addresses.ts';
import type { WorkName } from '../../domain/work.ts';
import { asOfShape } from '../../exports/list-json.ts';
import { deviationText } from '../../i18n/lineage.ts';
import type { DeviationPage } from '../../registry/open-deviation.ts';
import { partHeadShape, partShape, runsShape } from './comparison.ts';

const count = z.int().min(0);
const heads = z.array(partHeadShape).readonly();
const heading = z.string().nullable();

/** What became of one part of the model, or a part that the model does not have. */
export const deviationPartShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('verbatim'),
    model: partHeadShape,
    own: partHeadShape,
    heading,
    filled: z
      .array(z.strictObject({ blank: z.string(), text: z.string() }))
      .readonly()
      .describe('What was written into its blanks'),
  }),
  z.strictObject({
    kind: z.literal('adapted'),
    model: heads,
    own: heads,
    heading,
    words: z
      .array(z.strictObject({ label: z.string().nullable(), heading: runsShape, text: runsShape }))
      .readonly()
      .describe('From the model to the text'),
  }),
  z.strictObject({ kind: z.enum(['added', 'left_out']), part: partShape }),
]);

/** How a text differs from the model that it was written after. */
export const deviationShape = z.strictObject({
  address: z.url(),
  asOf: asOfShape,
  edition: z.strictObject({
    number: z.int().min(1),
    title: z.string(),
    sha256: hashShape,
    address: z.url(),
  }),
  model: z.strictObject({
    work: z.string().describe('`type/slug`'),
    number: z.int().min(1),
    title: z.string(),
    address: z.url(),
  }),
  summary: z.string().describe('One Thai sentence'),
  parts: z
    .array(deviationPartShape)
    .readonly()
    .describe('In the order of the text; what was left out stands behind what it followed in the model'),
  counts: z
    .strictObject({
      model: count.describe('Clauses of the model'),
      verbatim: count,
      adapted: count,
      leftOut: count,
      added: count,
      filled: count.describe('Blanks that were filled in, which is no difference'),
      open: count.describe('Blanks that the text still has'),
    })
    .describe('Of clauses, and of blanks in all parts'),
});

/** What `/{type}/{slug}/deviation.json` and the API say of a text and its model. */
export function deviationDocument(
  name: WorkName,
  { manifest, sha256, model, deviation, asOf }: DeviationPage,
  origin: string,
): z.output<typeof deviationShape> {
  const whole = (address: string) => new URL(address, origin).href;
  return {
    address: whole(addresses.deviation(name, asOf.text)),
    asOf: asOf.text,
    edition: {
      number: manifest.edition,
      title: manifest.title,
      sha256,
      address: whole(addresses.edition(name, manifest.edition)),
    },
    model: {
      work: `${model.type}/${model.slug}`,
      number: model.number,
      title: model.title,
      address: whole(addresses.edition(model, model.number)),
    },
    summary: deviationText(deviation.counts),
    ...deviation,
  };
}
