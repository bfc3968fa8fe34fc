import { type Answer, headerOf } from './answer.ts';
import { askAstro, type PageHandler, type PageRequest } from './ask-astro.ts';
import type { FrontDoorParts, Visit } from './front-door-parts.ts';

/** More pages are being made than the machine can make well. */
export class TooManyPages extends Error {}

export type MakePage = (request: PageRequest, visit: Visit) => Promise<Answer>;

/**
 * Makes pages, at most `atOnce` at one time: beyond that it throws `TooManyPages` at once instead of queueing.
 * Throws too when the site failed without a page of its own to say so.
 */
export function createPageMaker(
  handler: PageHandler,
  locals: FrontDoorParts['locals'],
  atOnce: number,
): MakePage {
  let underWay = 0;
  return async (request, visit) => {
    if (underWay >= atOnce) throw new TooManyPages();
    underWay += 1;
    try {
      const clientAddress = visit.kind === 'personal' ? visit.clientAddress : '';
      const answer = await askAstro(handler, request, { ...locals(visit), clientAddress });
      const hasPage = /^(text\/html|application\/json)/.test(headerOf(answer, 'content-type') ?? '');
      if (answer.status >= 500 && !hasPage)
        throw new Error(`The site answered ${answer.status} without a page.`);
      return answer;
    } finally {
      underWay -= 1;
    }
  };
}
