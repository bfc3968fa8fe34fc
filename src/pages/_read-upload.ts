/** A file that came with a form. */
export type Upload = { readonly name: string; readonly bytes: Buffer };

/**
 * The file in one field of a posted form; null when there is none, as when nobody chose one. The request is left
 * readable. How much may come at all is the front door's to bound.
 */
export async function readUpload(request: Request, field: string): Promise<Upload | null> {
  if (!(request.headers.get('content-type') ?? '').toLowerCase().startsWith('multipart/form-data'))
    return null;
  try {
    const value = (await request.clone().formData()).get(field);
    if (!(value instanceof File) || (value.size === 0 && value.name === '')) return null;
    return { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) };
  } catch (error) {
    // What cannot be read as a form throws a TypeError; anything else is a fault of ours.
    if (!(error instanceof TypeError)) throw error;
    return null;
  }
}
