import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openRegister, type Register } from '../../db/connection.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { readNews } from '../../src/registry/read-news.ts';
import { toArabicDigits } from '../../src/thai/digits.ts';
import { type FactKind, factKinds, statedFacts } from './news/stated-facts.ts';

/** The least share of what is found that is stated, and of what is stated that is found. */
const promised = { precision: 0.95, recall: 0.95 } as const;

type Told = { readonly kind: FactKind; readonly fact: string };

/** What a finding says, in the words of the labels. */
function toldBy(finding: Finding): readonly Told[] {
  switch (finding.kind) {
    case 'date': {
      const { value, text } = finding;
      const fact = value === null ? text : [value.start, value.end].filter(Boolean).join('/');
      return [{ kind: 'date', fact }];
    }
    case 'quantity': {
      const { value, unit, comparator, each, text } = finding;
      const number = value ?? toArabicDigits(text).replace(unit, '').trim();
      const per = each === null ? [] : ['per', each];
      return [{ kind: 'quantity', fact: [comparator, number, unit, ...per].filter(Boolean).join(' ') }];
    }
    case 'organisation': {
      const body = finding.slugs.join('/') || finding.text;
      const role: Told[] = finding.role === null ? [] : [{ kind: 'role', fact: `${body} ${finding.role}` }];
      return [{ kind: 'organisation', fact: body }, ...role];
    }
    case 'place':
      return [{ kind: 'place', fact: finding.codes.join('/') || finding.text }];
    case 'person': {
      const { office, capacity } = finding;
      const part: Told[] = capacity === null ? [] : [{ kind: 'part', fact: `${office}: ${capacity}` }];
      return [{ kind: 'person', fact: office }, ...part];
    }
    default:
      return finding satisfies never;
  }
}

type Score = { found: number; stated: number; right: number };

async function compare(register: Register, folder: string): Promise<ReadonlyMap<FactKind, Score>> {
  const scores = new Map(
    factKinds.map((kind): [FactKind, Score] => [kind, { found: 0, stated: 0, right: 0 }]),
  );
  for (const name of readdirSync(folder).sort()) {
    const bytes = readFileSync(join(folder, name));
    const stated = statedFacts.get(createHash('sha256').update(bytes).digest('hex'));
    if (!stated) continue;
    const { reading } = await readNews(register, bytes.toString('utf8'));
    const told = reading.findings.flatMap(toldBy);
    for (const [kind, score] of scores) {
      const found = new Set(told.flatMap((one) => (one.kind === kind ? [one.fact] : [])));
      const labels = new Set(stated[kind]);
      const right = [...found].filter((fact) => labels.has(fact));
      score.found += found.size;
      score.stated += labels.size;
      score.right += right.length;
      for (const fact of [...found].filter((one) => !labels.has(one)))
        console.log(`${name}: ${kind} not stated: ${fact}`);
      for (const fact of [...labels].filter((one) => !found.has(one)))
        console.log(`${name}: ${kind} not found: ${fact}`);
    }
  }
  return scores;
}

/**
 * `npm run bench -- news --folder FOLDER`: how well news is read with the names of the register of DATA_DIR. The folder
 * holds the source texts that `news/stated-facts.ts` labels; other files in it are left alone.
 */
export default async function benchNews(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { folder: { type: 'string' } } });
  if (values.folder === undefined) throw new Error('--folder names the folder of the source texts');
  const register = openRegister({ file: join(process.env['DATA_DIR'] ?? './data', 'registry.db') });
  const scores = await compare(register, values.folder);
  register.close();
  const all: Score = { found: 0, stated: 0, right: 0 };
  for (const { found, stated, right } of scores.values()) {
    all.found += found;
    all.stated += stated;
    all.right += right;
  }
  if (all.stated === 0) throw new Error('the folder holds none of the labelled texts');
  const share = (part: number, whole: number) => (whole === 0 ? '–' : (part / whole).toFixed(3));
  console.table(
    Object.fromEntries(
      [...scores, ['all', all] as const].map(([kind, { found, stated, right }]) => [
        kind,
        { found, stated, right, precision: share(right, found), recall: share(right, stated) },
      ]),
    ),
  );
  const isKept = all.right / all.found >= promised.precision && all.right / all.stated >= promised.recall;
  console.log(
    `promised: precision ${promised.precision}, recall ${promised.recall}: ${isKept ? 'kept' : 'not kept'}`,
  );
  return isKept ? 0 : 1;
}
