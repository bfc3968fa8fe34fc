import type { APIRoute } from 'astro';
import { provisionDocument } from '../../../../api/shapes/provision-page.ts';
import { addresses } from '../../../../domain/addresses.ts';
import { findSimilarProvisions } from '../../../../registry/find-similar-provisions.ts';
import { openProvision } from '../../../../registry/open-provision.ts';
import { askedAsOf } from '../../../_as-of.ts';
import { dataAnswer, notFoundData, refusedData, wrongQuestion } from '../../../_data-answer.ts';
import { readAsked } from './_read-asked.ts';

/** One provision, where it came from and who took it over, as a value. */
export const GET: APIRoute = async ({ params, url, locals, redirect }) => {
  const asked = readAsked(params, url.searchParams);
  if (asked === null) return notFoundData();
  const { name } = asked;
  const then = await askedAsOf(locals, url);
  if (then.kind === 'moved') return redirect(then.address, 302);
  if (then.problem !== null) return wrongQuestion([then.problem], true);
  const { asOf } = then;
  const opened = await openProvision(locals.register, name, asked, locals.now, asOf);
  if (!opened.ok) return refusedData(opened.refusal, true);
  const { value } = opened;
  if (value.kind === 'moved') {
    const past = then.isNow ? undefined : asOf.text;
    const to = { edition: value.edition, asOf: past };
    return redirect(addresses.provisionFile(name, value.eid, to), 302);
  }
  const { provision, edition } = value.page;
  const similar = await findSimilarProvisions(locals.register, edition, provision, locals.now, asOf);
  return dataAnswer({
    body: `${JSON.stringify(provisionDocument(value.page, similar, locals.origin), null, 1)}\n`,
    contentType: 'application/json; charset=utf-8',
    fileName: `${name.type}-${name.slug}-${provision.eid}.json`,
    title: `${edition.manifest.title} ${provision.label}`,
  });
};
