import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { openRegister, type Register } from '../../db/connection.ts';
import { schemes } from '../../src/catalogue/schemes.ts';
import { addresses } from '../../src/domain/addresses.ts';
import { mostPlaces } from '../../src/domain/concordance.ts';
import { wordsOfTopic } from '../../src/domain/scheme.ts';
import { randomFrom } from '../../src/generator/random.ts';
import { countUnreadForTopics } from '../../src/registry/fill-topic-words.ts';
import { readyAnswer } from '../../src/server/ready-answer.ts';
import { qualityOfKept } from '../../src/server/sources.ts';
import { cpuOf } from '../support/cpu-of.ts';
import { tellAgainst, tellMachine } from './cpu.ts';
import { type Ask, askerOf, benchedRegister } from './page-cpu.ts';

/**
 * Milliseconds of CPU for the clauses of twenty places on one topic, made and compressed. A page shows the first of each
 * work; a file holds all of them, thousands, and nobody promised as much of it.
 */
const promised = { page: 50, file: 100 };
/** So many requests come before those that count: a server that has just been started compiles what it runs. */
const warmUps = 5;

/**
 * CPU of a concordance of twenty places on the register of DATA_DIR, for the topics that have clauses there in turn: made
 * by the built page and compressed as for a first reader, nothing kept between requests. Exit code 1 when a promise was
 * not kept, or an answer is none.
 */
export default async function concordance(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { requests: { type: 'string', default: '60' } } });
  const file = benchedRegister('registry generate --works 10000 --spread');
  const register = openRegister({ file });
  await tellMachine();
  try {
    if (countUnreadForTopics(register) > 0) {
      throw new Error(
        `Not all of ${file} is read for words of topics: run \`npm run registry -- index\` first.`,
      );
    }
    const ask = await askerOf(register);
    const kept: boolean[] = [];
    for (const { what, limit, addressOf } of questionsOf(register)) {
      const each: number[] = [];
      let bytes = 0;
      for (let asked = 0; asked < warmUps + Number(values.requests); asked += 1) {
        const { value, cpu } = await cpuOf(() => wholeAnswer(ask, addressOf(asked)));
        each.push(cpu);
        bytes = Math.max(bytes, value);
      }
      const size = `at most ${Math.round(bytes / 1024)} KB on the wire`;
      kept.push(tellAgainst(limit, `${what}, ${size}`, each.slice(warmUps)));
      console.log(
        `       before these: ${each
          .slice(0, warmUps)
          .map((cpu) => cpu.toFixed(0))
          .join(', ')} ms`,
      );
    }
    return kept.every(Boolean) ? 0 : 1;
  } finally {
    register.close();
  }
}

/** @returns the bytes that travel. @throws when the page does not answer with 200 */
async function wholeAnswer(ask: Ask, address: string): Promise<number> {
  const { status, body } = await ask(address);
  if (status !== 200) throw new Error(`${address} answered ${status}.`);
  const headers = [['Content-Type', 'text/html; charset=utf-8']] as const;
  const quality = qualityOfKept({ body });
  const options = { securityHeaders: [], cacheControl: 'no-store', quality, hasEtag: true };
  return (await readyAnswer({ status, headers, body }, options).prepare('br')).body.length;
}

type Question = {
  readonly what: string;
  /** Milliseconds of CPU. */
  readonly limit: number;
  /** The address, by the number of the request. */
  readonly addressOf: (asked: number) => string;
};

function questionsOf(register: Register): readonly Question[] {
  const random = randomFrom(7);
  const tambons = placesByWorks(register, 6);
  const provinces = placesByWorks(register, 2).slice(0, mostPlaces);
  const fullest = tambons.slice(0, mostPlaces);
  const topics = topicsWithClauses(register);
  const topicOf = (asked: number): string => topics[asked % topics.length] ?? '';
  const page = (what: string, places: () => readonly string[]): Question => ({
    what,
    limit: promised.page,
    addressOf: (asked) => addresses.concordance({ topic: topicOf(asked), places: places() }),
  });
  return [
    page('the 20 fullest tambons', () => fullest),
    page('20 tambons, others each time', () =>
      Array.from({ length: mostPlaces }, () => random.pick(tambons)),
    ),
    page('one of the 20 fullest provinces', () => [random.pick(provinces)]),
    {
      what: 'the 20 fullest tambons as a file with all clauses',
      limit: promised.file,
      addressOf: (asked) => addresses.concordanceFile('json', { topic: topicOf(asked), places: fullest }),
    },
  ];
}

/** The topics of which a word stands in some clause. @throws when there is none */
function topicsWithClauses({ read }: Register): readonly string[] {
  const rows = read.all<{ word: string }>(
    sql`SELECT DISTINCT w.key AS word FROM edition_topic_words AS t, json_each(t.positions) AS w`,
  );
  const words = new Set(rows.map(({ word }) => word));
  const topics = schemes.flatMap(({ slug, terms }) =>
    terms
      .filter((term) => wordsOfTopic(term).some((word) => words.has(word)))
      .map((term) => `${slug}/${term.slug}`),
  );
  if (topics.length === 0) throw new Error('No clause of the register deals with any topic.');
  return topics;
}

/** Codes of the tambons (6 digits) or provinces (2) that have works, those with most first. */
const placesByWorks = ({ read }: Register, digits: number): readonly string[] =>
  read
    .all<{ code: string }>(
      sql`SELECT substr(p.place_code, 1, ${digits}) AS code FROM edition_places AS p
          JOIN edition_cards AS c ON c.edition_id = p.edition_id AND c.is_current = 1
          WHERE p.is_certain = 1 AND length(p.place_code) >= ${digits}
          GROUP BY 1 ORDER BY count(*) DESC, 1`,
    )
    .map(({ code }) => code);
