import { httpSource } from '../../../src/search/client/http-source.ts';
import { viewResult } from '../../../src/search/result-view.ts';
import { openSession } from '../../../src/search/search-session.ts';

const session = openSession(httpSource('/pagefind/'));

globalThis.ask = async (query) => {
  const answer = await (await session).answer(query, {});
  if (!answer.ok) return [];
  const { groups } = answer.value;
  await Promise.all(groups.slice(0, 10).map((group) => viewResult(group, false)));
  return groups.map(([{ folder, page }]) => `${folder.dir}/${page}`);
};
