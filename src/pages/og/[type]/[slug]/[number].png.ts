import type { APIRoute } from 'astro';
import { isSlug, isWorkType } from '../../../../domain/work.ts';
import { editionPicture, sharePictureSvg } from '../../../../exports/share-picture.ts';
import { openEdition } from '../../../../registry/open-edition.ts';
import { notFoundData, refusedData } from '../../../_data-answer.ts';

/** The picture that a shared link to an edition shows. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { register, drawPicture, now } = locals;
  const { type = '', slug = '', number = '' } = params;
  if (!isWorkType(type) || !isSlug(slug) || !/^[1-9]\d{0,5}$/.test(number)) return notFoundData();
  const opened = await openEdition(register, { type, slug }, Number(number), now);
  if (!opened.ok) return refusedData(opened.refusal, false);
  const picture = await drawPicture(sharePictureSvg(editionPicture(opened.value)));
  return new Response(picture, { headers: { 'Content-Type': 'image/png' } });
};
