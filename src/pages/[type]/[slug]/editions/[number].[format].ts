import type { APIRoute } from 'astro';
import { editionFormat } from '../../../../exports/index.ts';
import { openEdition } from '../../../../registry/open-edition.ts';
import { dataAnswer, notFoundData, refusedData } from '../../../_data-answer.ts';
import { nameOf } from '../_name-of.ts';

/** One edition in a format of `src/exports`. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { register, origin, now } = locals;
  const name = nameOf(params);
  const { number = '', format: extension = '' } = params;
  const format = editionFormat(extension);
  if (name === null || !format || !/^[1-9]\d{0,5}$/.test(number)) return notFoundData();
  const opened = await openEdition(register, name, Number(number), now);
  if (!opened.ok) return refusedData(opened.refusal, extension.endsWith('json'));
  const edition = { ...opened.value, origin };
  return dataAnswer({
    body: format.write(edition),
    contentType: format.contentType,
    fileName: `${name.type}-${name.slug}-${number}.${extension}`,
    title: `${edition.manifest.title} (ลำดับที่ ${number})`,
  });
};
