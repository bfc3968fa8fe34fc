import type { APIRoute } from 'astro';
import { addresses } from '../domain/addresses.ts';
import { dataAnswer } from './_data-answer.ts';

/** The files with the whole register as they can be had now, newest set first, for scripts. */
export const GET: APIRoute = async ({ locals }) => {
  const sets = (await locals.downloads()).map(({ asOf, editions, works, files, id }) => ({
    asOf,
    editions,
    works,
    files: files.map((file) => ({
      ...file,
      address: new URL(addresses.downloadFile(id, file.name), locals.origin).href,
    })),
  }));
  const answer = dataAnswer({
    body: `${JSON.stringify({ sets }, null, 1)}\n`,
    contentType: 'application/json; charset=utf-8',
    fileName: 'tammanoon-downloads.json',
  });
  // A set is made behind the register, whose revision says nothing of it.
  answer.headers.set('Cache-Control', 'no-store');
  return answer;
};
