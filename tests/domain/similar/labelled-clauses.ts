import { readFileSync } from 'node:fs';
import { renderBody } from '../../../src/render/render-markdown.ts';
import { toThaiDigits } from '../../../src/thai/digits.ts';
import { adaptedForTuning, adaptedHeldOut } from './adapted-clauses.ts';
import { unrelatedForTuning, unrelatedHeldOut } from './unrelated-clauses.ts';

/** A test clause and the clause that it was made from, or that it shares nothing but the matter with. */
export type LabelledClause = {
  readonly kind: 'source' | 'copied' | 'adapted' | 'unrelated';
  /** Work and eid of the model clause from which it was made; its own name where it was made from none. */
  readonly family: string;
  /** The model clause beside which it is put. */
  readonly beside: string;
  readonly isHeldOut: boolean;
  readonly text: string;
};

const models = [
  { path: 'charters/model-tambon-charter', edition: 2, isHeldOut: false },
  { path: 'agreements/model-network-mou', edition: 1, isHeldOut: true },
  { path: 'plans/model-resilience-plan', edition: 1, isHeldOut: true },
];

/** The clauses of the model texts, those that were made from them, and those that were not. */
export function labelledClauses(): readonly LabelledClause[] {
  const sources = models.flatMap(({ path, edition, isHeldOut }) =>
    clausesOf(`content/archive/${path}/${edition}.md`).map(({ eid, text }) => {
      const family = `${path}#${eid}`;
      return { kind: 'source' as const, family, beside: family, isHeldOut, text };
    }),
  );
  const copied = sources.map((source, index) => ({
    ...source,
    kind: 'copied' as const,
    text: copy(source.text, index),
  }));
  const adapted = [adaptedForTuning, adaptedHeldOut].flatMap((clauses, index) =>
    clauses.map(({ of, text }) => ({
      kind: 'adapted' as const,
      family: of,
      beside: of,
      isHeldOut: index === 1,
      text,
    })),
  );
  const unrelated = [unrelatedForTuning, unrelatedHeldOut].flatMap((clauses, index) =>
    clauses.map(({ about, text }, at) => ({
      kind: 'unrelated' as const,
      family: `unrelated-${index}-${at}`,
      beside: about,
      isHeldOut: index === 1,
      text,
    })),
  );
  return [...sources, ...copied, ...adapted, ...unrelated];
}

function clausesOf(file: string): readonly { readonly eid: string; readonly text: string }[] {
  const [, , ...body] = readFileSync(file, 'utf8').split(/^---$/m);
  return renderBody(body.join('---')).provisions.filter(({ kind }) => kind === 'clause');
}

/** The same words as another hand types them: other digits, blanks, line ends and marks. */
const hands: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => toThaiDigits(text),
  (text) => text.replaceAll('\n', ' '),
  (text) => text.replaceAll(' ', '  ').replaceAll('เ', 'เ\u200b'),
  (text) => text.replaceAll('แ', 'เเ').replaceAll('“', '"').replaceAll('”', '"'),
  (text) => text.replaceAll(' ', '\u00a0'),
  (text) => text.replaceAll('(', '').replaceAll(')', '.'),
  (text) => text.replaceAll('ำ', '\u0e4d\u0e32'),
];

const copy = (text: string, index: number): string => (hands[index % hands.length] ?? String)(text);
