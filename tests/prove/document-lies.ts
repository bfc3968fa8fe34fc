import { type ApiDocument, contractOf } from '../support/api-contract.ts';
import { answerOf, type Exchange } from './judged-client.ts';

type Json = Readonly<Record<string, unknown>>;
type Field = { readonly shape: string; readonly name: string };

export type LieReport = {
  /** About how many fields of the document a lie was told. */
  readonly told: number;
  /** Those that no answer gave away: no answer had them, so that nothing was proved of them. */
  readonly believed: readonly string[];
};

const propertiesOf = (document: ApiDocument, shape: string): Json =>
  (document.components.schemas[shape]?.['properties'] ?? {}) as Json;

/** The document with one field told to be of another kind. */
function withLie(document: ApiDocument, { shape, name }: Field): ApiDocument {
  const told = propertiesOf(document, shape);
  const isBoolean = (told[name] as Json)['type'] === 'boolean';
  const properties = { ...told, [name]: { type: isBoolean ? 'string' : 'boolean' } };
  const schemas = { ...document.components.schemas };
  schemas[shape] = { ...schemas[shape], properties };
  return { ...document, components: { schemas } };
}

/**
 * Lies about fields of the shapes that the document names, one after the other, and judges anew what was sent: it counts how
 * much of the document the answers have really been held against.
 * @param most how many lies, spread over the document
 */
export async function tellLies(
  document: ApiDocument,
  exchanges: readonly Exchange[],
  most: number,
): Promise<LieReport> {
  const fields = Object.keys(document.components.schemas).flatMap((shape) =>
    Object.keys(propertiesOf(document, shape)).map((name) => ({ shape, name })),
  );
  const step = Math.max(1, Math.ceil(fields.length / most));
  const chosen = fields.filter((_, at) => at % step === 0);
  const judged = [...new Map(exchanges.map((one) => [one.address + one.sent.text, one])).values()];
  const believed: string[] = [];
  for (const field of chosen) {
    if (!(await isFoundOut(withLie(document, field), judged, field)))
      believed.push(`${field.shape}.${field.name}`);
  }
  return { told: chosen.length, believed };
}

const shapesIn = (schema: unknown): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, shape]) => shape ?? '');

/** The addresses that answer with a shape, by itself or inside another. */
function addressesWith(document: ApiDocument, shape: string): ReadonlySet<string> {
  const { schemas } = document.components;
  const holding = new Set([shape]);
  for (const known of holding) {
    const around = Object.keys(schemas).filter((one) => shapesIn(schemas[one]).includes(known));
    for (const one of around) holding.add(one);
  }
  const answers = Object.entries(document.paths).filter(([, { get }]) =>
    shapesIn(get.responses).some((one) => holding.has(one)),
  );
  return new Set(answers.map(([address]) => address));
}

async function isFoundOut(
  document: ApiDocument,
  exchanges: readonly Exchange[],
  { name, shape }: Field,
): Promise<boolean> {
  const reaching = addressesWith(document, shape);
  const contract = contractOf(document);
  for (const { address, sent } of exchanges) {
    if (!sent.text.includes(`"${name}":`) || !reaching.has(address)) continue;
    if ((await contract.faultOf(address, answerOf(sent))) !== null) return true;
  }
  return false;
}
