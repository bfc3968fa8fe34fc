import type { APIRoute } from 'astro';
import { registerPicture, sharePictureSvg } from '../../exports/share-picture.ts';

/** The picture that a shared link shows when it leads to no edition. */
export const GET: APIRoute = async ({ locals }) => {
  const picture = await locals.drawPicture(sharePictureSvg(registerPicture));
  return new Response(picture, { headers: { 'Content-Type': 'image/png' } });
};
