import type { ApiDocument, ApiOperation, ApiParameter } from '../support/api-contract.ts';
import { badValues, goodValues, madeQuestions } from './api-values.ts';
import { foundValues, namesIn, type Values } from './found-values.ts';
import type { Answered, Asked, JudgedClient } from './judged-client.ts';

/** How often an operation was answered, by status. */
export type Tally = Map<string, Map<number, number>>;

/** A question that was answered with 200. */
export type Question = { readonly address: string; readonly asked: Values; readonly answered: Answered };

export type AskOptions = {
  /** For how many answers of each kind an operation is asked. */
  readonly size: number;
  readonly seed: number;
};

/**
 * Asks every operation of the document: about what the answers of others told, with each of its optional parameters, with any
 * parameters at once, with bad ones, and again about what did not change. What is wrong goes to the faults of the client.
 * @returns the questions that were answered with 200
 */
export async function askEveryOperation(
  client: JudgedClient,
  document: ApiDocument,
  { size, seed }: AskOptions,
): Promise<{ readonly questions: readonly Question[]; readonly tally: Tally }> {
  const found = foundValues(document);
  const questions: Question[] = [];
  const tally: Tally = new Map();

  async function ask(address: string, asked: Asked, headers?: Readonly<Record<string, string>>) {
    const answered = await client.ask(address, asked, headers);
    const counts = tally.get(address) ?? new Map<number, number>();
    tally.set(address, counts.set(answered.status, (counts.get(answered.status) ?? 0) + 1));
    return answered;
  }

  async function askGood(address: string, asked: Values): Promise<boolean> {
    const answered = await ask(address, asked);
    if (answered.status !== 200) return false;
    found.take(address, asked, answered.body);
    questions.push({ address, asked, answered });
    return true;
  }

  const good = (parameter: ApiParameter) =>
    goodValues(parameter, found.named(parameter.name), { most: size, seed });

  /** What must be there: together in the path, and a value each in the query. */
  function leastQuestions(address: string, { parameters = [] }: ApiOperation): readonly Values[] {
    const isOpen = (values: Values, { name, required }: ApiParameter) =>
      required && values[name] === undefined;
    return found.forPath(address).flatMap((values) => {
      const open = parameters
        .filter((one) => isOpen(values, one))
        .map((one) => ({ name: one.name, choices: good(one) }));
      const tries = Math.max(1, ...open.map(({ choices }) => choices.length));
      return Array.from({ length: Math.min(tries, size) }, (_, at) => ({
        ...values,
        ...Object.fromEntries(open.map(({ name, choices }) => [name, choices[at % choices.length] ?? ''])),
      }));
    });
  }

  async function askGoodOnes(address: string, operation: ApiOperation): Promise<Values> {
    const first: Values[] = [];
    for (const asked of farApart(leastQuestions(address, operation), size)) {
      if (first.length >= size) break;
      if (await askGood(address, asked)) first.push(asked);
    }
    const [least] = first;
    if (least === undefined) client.faults.push(`${address} was never answered with 200`);
    for (const parameter of operation.parameters ?? []) {
      if (parameter.required) continue;
      for (const value of good(parameter).slice(0, size))
        await askGood(address, { ...least, [parameter.name]: value });
    }
    if ((operation.parameters ?? []).length > 0)
      for (const asked of madeQuestions(operation, size, seed)) await askGood(address, asked);
    return least ?? {};
  }

  async function askBadOnes(address: string, { parameters = [] }: ApiOperation, least: Values) {
    for (const parameter of parameters) {
      const { name } = parameter;
      for (const value of badValues(parameter)) {
        const { status, url, body } = await ask(address, { ...least, [name]: value });
        const isRefused = parameter.in === 'path' ? status >= 400 : status === 400 && names(body, name);
        if (!isRefused) client.faults.push(`${url}: a bad ${name} was answered with ${status}`);
      }
      if (parameter.in === 'path') continue;
      const [value = 'x'] = good(parameter);
      const { status, url, body } = await ask(address, { ...least, [name]: [value, value] });
      if (status !== 400 || !names(body, name)) client.faults.push(`${url}: ${name} was taken twice`);
    }
    const { status, url, body } = await ask(address, { ...least, 'no-such-parameter': 'x' });
    if (status !== 400 || !names(body, 'no-such-parameter'))
      client.faults.push(`${url}: an unknown parameter was answered with ${status}`);
  }

  async function askAgain(address: string): Promise<void> {
    const held = questions.filter((one) => one.address === address).slice(0, size);
    for (const { asked, answered } of held) {
      const tag = answered.headers.get('etag');
      if (tag === null) {
        if (!/no-store/.test(answered.headers.get('cache-control') ?? ''))
          client.faults.push(`${answered.url}: no ETag`);
        continue;
      }
      const { status, url } = await ask(address, asked, { 'If-None-Match': tag });
      if (status !== 304) client.faults.push(`${url}: what is still so was answered with ${status}`);
    }
  }

  const byNeed = Object.entries(document.paths).toSorted(([a], [b]) => namesIn(a).length - namesIn(b).length);
  for (const [address, { get }] of byNeed) {
    const least = await askGoodOnes(address, get);
    await askBadOnes(address, get, least);
    await askAgain(address);
  }
  return { questions, tally };
}

/** The same questions, but first so many that lie far apart: lists have works of one kind beside each other. */
function farApart<T>(all: readonly T[], howMany: number): readonly T[] {
  const step = Math.max(1, Math.floor(all.length / howMany));
  const isFirst = (at: number): boolean => at % step === 0;
  return [...all.filter((_, at) => isFirst(at)), ...all.filter((_, at) => !isFirst(at))];
}

/** Whether a problem names this parameter, and no other. */
function names(body: unknown, name: string): boolean {
  const { errors = [] } = body as { readonly errors?: readonly { readonly parameter: string }[] };
  return errors.length > 0 && errors.every(({ parameter }) => parameter === name);
}
