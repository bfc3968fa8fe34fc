import { type Answer, headerOf } from './answer.ts';
import { askAstro, type PageRequest } from './ask-astro.ts';
import type { FrontDoorParts, Limits, Visit } from './front-door-parts.ts';
import { loggedPath } from './logged-path.ts';
import { refusalAnswer, refusalForm } from './refusal-answer.ts';
import { createTurns } from './take-turns.ts';
import type { WriteLog } from './write-log.ts';

/** More pages are being made than the machine can make well. */
export class TooManyPages extends Error {}

export type MakePage = (request: PageRequest, visit: Visit) => Promise<Answer>;

export type PageMakerParts = Pick<FrontDoorParts, 'astroHandler' | 'locals'> & {
  readonly limits: Pick<Limits, 'pagesAtOnce'>;
  readonly log: WriteLog;
};

/**
 * Makes pages, at most `pagesAtOnce` at one time: beyond that it throws `TooManyPages` at once instead of queueing.
 * Each begins in a turn of the event loop of its own.
 * A page of the site that says it failed is logged; a failure without a page is thrown.
 */
export function createPageMaker({ astroHandler, locals, limits, log }: PageMakerParts): MakePage {
  const takeTurn = createTurns();
  let underWay = 0;
  return async (request, visit) => {
    if (underWay >= limits.pagesAtOnce) throw new TooManyPages();
    underWay += 1;
    try {
      await takeTurn();
      const { requestId } = visit;
      const { clientAddress, uploads } =
        visit.kind === 'personal' ? visit : { clientAddress: '', uploads: [] };
      const given = { ...locals(visit), clientAddress, uploads, requestId };
      const answer = await askAstro(astroHandler, request, given);
      if (answer.status < 500) return answer;
      const hasPage = /^(text\/html|application\/json)/.test(headerOf(answer, 'content-type') ?? '');
      if (!hasPage) throw new Error(`The site answered ${answer.status} without a page.`);
      const facts = {
        method: request.method,
        path: loggedPath(request.address),
        status: answer.status,
      };
      log({ level: 'error', event: 'page_failed', requestId, ...facts });
      const form = refusalForm(undefined, request.address);
      return form === 'problem' ? refusalAnswer(500, form, { requestId }) : answer;
    } finally {
      underWay -= 1;
    }
  };
}
