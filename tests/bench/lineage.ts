import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import type { Register } from '../../db/connection.ts';
import { draftOfNewWork } from '../../src/domain/draft.ts';
import type { Manifest, Relation } from '../../src/domain/edition.ts';
import { lineageNote } from '../../src/domain/lineage.ts';
import type { WorkName } from '../../src/domain/work.ts';
import { randomFrom } from '../../src/generator/random.ts';
import { storeGenerated } from '../../src/registry/store-generated.ts';
import { cpuOf } from '../support/cpu-of.ts';
import { tellAgainst, tellMachine } from './cpu.ts';
import { onCopy } from './on-copy.ts';
import { type Ask, askerOf, benchedRegister, measurePage } from './page-cpu.ts';

/** Milliseconds of CPU that a page may take when nothing of it is kept. */
const promised = 50;
const clauses = 12;
const worksAtOnce = 50;

/**
 * CPU of the pages about lineage on a copy of the register of DATA_DIR, to which is added what is hard: a model that very
 * many took over clause by clause and as a whole, also under older numbers, and a chain in which each took from the one
 * before; and of the pages of clauses of the register itself. Printed as ratios to what was promised. Exit code 1 when a
 * page is not answered with 200, or takes longer at the 95th percentile.
 */
export default async function lineage(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      requests: { type: 'string', default: '60' },
      clauses: { type: 'string', default: '100' },
      takers: { type: 'string', default: '1000' },
      depth: { type: 'string', default: '80' },
    },
  });
  const [takers, depth] = [Number(values.takers), Number(values.depth)];
  const file = benchedRegister('registry generate --works 10000');
  await tellMachine();
  return onCopy(file, async (register) => {
    await addWorks(register, takers, depth);
    console.log(`a copy of ${file} with ${takers} takers of one model and a chain of ${depth}`);
    const ask = await askerOf(register);
    const model = '/charters/bench-model';
    const missed: string[] = [];
    for (const address of [
      `${model}/provisions/cl-2`,
      `${model}/provisions/cl-2.json`,
      `${model}/provisions/cl-2?page=${Math.ceil(takers / 20)}`,
      `${model}/provisions/cl-13`,
      '/charters/bench-taker-1/provisions/cl-3',
      '/charters/bench-chain-1/provisions/cl-1',
      `/charters/bench-chain-${Math.ceil(depth / 2)}/provisions/cl-1`,
      `/charters/bench-chain-${depth}/provisions/cl-1`,
      `/charters/bench-chain-${depth}/provisions/cl-1.json`,
      '/charters/bench-taker-1/deviation',
      model,
      '/charters/bench-taker-1',
      ...mostTaken(register),
    ]) {
      const { each, bytes, status } = await measurePage(ask, address, Number(values.requests));
      const isKept = tellAgainst(promised, `${address} (${status}, ${Math.round(bytes / 1024)} KB)`, each);
      if (status !== 200 || !isKept) missed.push(address);
    }
    const others = await measureClauses(ask, register, Number(values.clauses));
    if (!tellAgainst(promised, 'pages of clauses, another each time', others)) missed.push('others');
    if (missed.length > 0) console.log(`over ${promised} ms or not answered: ${missed.join(' ')}`);
    return missed.length === 0 ? 0 : 1;
  });
}

/** The pages of clauses from all over the register, each asked for once. @throws when one is not answered with 200 */
async function measureClauses(ask: Ask, { read }: Register, clauses: number): Promise<readonly number[]> {
  const random = randomFrom(7);
  const { most } = read.get<{ most: number }>(sql`SELECT max(edition_id) AS most FROM edition_cards`);
  const each: number[] = [];
  while (each.length < clauses) {
    const clause = read.get<{ address: string } | undefined>(
      sql`SELECT '/' || w.type || '/' || w.slug || '/provisions/' || p.eid AS address FROM edition_cards AS c
          JOIN works AS w ON w.id = c.work_id
          JOIN edition_provisions AS p ON p.edition_id = c.edition_id AND p.kind = 'clause'
          WHERE c.edition_id = ${1 + random.below(most)} AND c.is_current = 1
          LIMIT 1 OFFSET ${random.below(30)}`,
    );
    if (clause === undefined) continue;
    const { value, cpu } = await cpuOf(() => ask(clause.address));
    if (value.status !== 200) throw new Error(`${clause.address} answered ${value.status}.`);
    each.push(cpu);
  }
  return each;
}

/** The page of the provision that most works of the register itself took over; none where nobody took any. */
function mostTaken({ read }: Register): readonly string[] {
  return read
    .all<{ address: string }>(
      sql`SELECT '/' || r.target || '/provisions/' || r.target_eid AS address FROM edition_relations AS r
          JOIN works AS w ON r.target = w.type || '/' || w.slug
          JOIN edition_cards AS c ON c.work_id = w.id AND c.is_current = 1 AND c.number = r.target_edition
          WHERE r.target_eid IS NOT NULL AND w.slug NOT LIKE 'bench-%'
          GROUP BY r.target, r.target_eid ORDER BY count(*) DESC LIMIT 1`,
    )
    .map(({ address }) => address);
}

/** The text of a clause, a little other in each work. */
const clauseText = (index: number, by: number): string =>
  `คนในตำบลทดสอบช่วยกันทำเรื่องที่ ${index} ตามที่ประชาคมตกลง โดยหมู่บ้าน ${by} รับผิดชอบ [ผู้รับผิดชอบ] และเล่าผลให้ที่ประชุมฟังทุกปี ถ้าทำไม่ได้ให้บอกเหตุผลและนัดใหม่`;

function manifestOf(
  slug: string,
  edition: number,
  numbers: readonly number[],
  by: number,
  relations: readonly Relation[],
): Manifest {
  const name: WorkName = { type: 'charters', slug };
  const drafted = draftOfNewWork(name, `ธรรมนูญทดสอบ ${slug}`, {
    subtype: 'tambon_charter',
    legalNature: 'social_agreement',
  });
  const body = numbers
    .map((index, at) => `### ข้อ ${at + 1} เรื่องที่ ${index}\n\n${clauseText(index, by)}`)
    .join('\n\n');
  return {
    ...{ ...drafted, edition, changeKind: edition === 1 ? 'first' : 'substantive' },
    ...{ changeNote: edition === 1 ? null : 'แก้ไขเพื่อทดสอบ', provenance: 'test', relations, body },
  };
}

const takeFrom = (slug: string, edition: number, from: number, to: number): Relation => ({
  kind: 'derives_from',
  target: `charters/${slug}#cl-${from}`,
  note: lineageNote(edition, { eid: `cl-${to}`, label: `ข้อ ${to}` }),
});

async function addWorks(register: Register, takers: number, depth: number): Promise<void> {
  const all = Array.from({ length: clauses }, (_, index) => index + 1);
  const first = manifestOf('bench-model', 1, all, 0, []);
  // A clause put in before all others gives every one of them another number.
  const second = manifestOf('bench-model', 2, [99, ...all], 0, []);
  const works = [{ slug: 'bench-model', editions: [first, second] }];
  for (let taker = 1; taker <= takers; taker += 1) {
    const edition = (taker % 2) + 1;
    const relations = all.map((index) => takeFrom('bench-model', edition, index + edition - 1, index));
    const whole: Relation = {
      kind: 'instance_of_template',
      target: 'charters/bench-model',
      note: lineageNote(edition),
    };
    const slug = `bench-taker-${taker}`;
    works.push({ slug, editions: [manifestOf(slug, 1, all, taker, [whole, ...relations])] });
  }
  for (let link = 1; link <= depth; link += 1) {
    const relations =
      link === 1 ? [] : all.map((index) => takeFrom(`bench-chain-${link - 1}`, 1, index, index));
    const slug = `bench-chain-${link}`;
    works.push({ slug, editions: [manifestOf(slug, 1, all, link, relations)] });
  }
  for (let at = 0; at < works.length; at += worksAtOnce) {
    await storeGenerated(
      register,
      works
        .slice(at, at + worksAtOnce)
        .map(({ slug, editions }) => ({ name: { type: 'charters', slug }, editions })),
      '2026-12-01T00:00:00.000Z',
    );
  }
}
