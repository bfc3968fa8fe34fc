import { isDeepStrictEqual } from 'node:util';
import { type ApiDocument, contractOf } from '../support/api-contract.ts';
import type { GeneratedClient } from './generated-client.ts';

/** A parameter may be given more than once. */
export type Asked = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/** An answer as it was sent. */
export type Sent = {
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
};

export type Answered = Sent & { readonly body: unknown };

/** What was sent to an address of the document. */
export type Exchange = { readonly address: string; readonly sent: Sent };

export type JudgedClient = {
  ask(address: string, asked: Asked, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  /** Everything that was sent so far. */
  readonly exchanges: readonly Exchange[];
  /** What was not as the document says, or came to the client as something else. */
  readonly faults: string[];
};

const MOST_HOPS = 5;

/** An answer to be read once more. */
export const answerOf = ({ status, headers, text }: Sent): Response =>
  new Response(text === '' ? null : text, { status, headers });

/**
 * Asks through the generated client alone, and judges by the document what the server sent and what the client made of it.
 * @param tamper changes what the server sent before anybody reads it: the control
 */
export function judgedClient(
  client: GeneratedClient,
  document: ApiDocument,
  tamper: (sent: Sent, address: string) => Sent = (sent) => sent,
): JudgedClient {
  const contract = contractOf(document);
  const exchanges: Exchange[] = [];
  const faults: string[] = [];
  let asking = '';
  let hops: Sent[] = [];

  client.sendThrough(async (request) => {
    let url = request.url;
    for (;;) {
      const answer = await fetch(url, { headers: request.headers, redirect: 'manual' });
      const { status, headers } = answer;
      const sent = tamper({ url, status, headers, text: await answer.text() }, asking);
      hops.push(sent);
      exchanges.push({ address: asking, sent });
      if (status !== 302 || hops.length > MOST_HOPS) return answerOf(sent);
      url = new URL(headers.get('location') ?? '', url).href;
    }
  });

  async function ask(address: string, asked: Asked, headers = {}): Promise<Answered> {
    const operation = document.paths[address]?.get;
    const inPath = new Set(
      (operation?.parameters ?? []).flatMap((one) => (one.in === 'path' ? one.name : [])),
    );
    const [path, query] = [true, false].map((isPath) =>
      Object.fromEntries(Object.entries(asked).filter(([name]) => inPath.has(name) === isPath)),
    );
    const call = client.calls[operation?.operationId ?? ''];
    if (call === undefined) throw new Error(`the client has no function for ${address}`);
    asking = address;
    hops = [];
    const told = await call({ path: path ?? {}, query: query ?? {}, headers });
    const last = hops.at(-1);
    if (last === undefined) throw new Error(`the client asked nothing for ${address}: ${told.error}`);
    for (const sent of hops) {
      const fault = await contract.faultOf(address, answerOf(sent));
      if (fault !== null) faults.push(`${sent.url}: ${fault}`);
    }
    const body = bodyOf(last);
    if (last.status !== 304 && !isDeepStrictEqual(last.status === 200 ? told.data : told.error, body))
      faults.push(`${last.url}: the client read something else than was sent`);
    return { ...last, body };
  }

  return { ask, exchanges, faults };
}

function bodyOf({ text }: Sent): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
