import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  PDFWriter,
} from '@cantoo/pdf-lib';
import { accepted, type Result, refused } from '../domain/result.ts';
import { cleanJpeg } from './clean-jpeg.ts';
import type { Cleaned, FileFault } from './cleaned.ts';
import { isSafeLink } from './safe-link.ts';

/** Keys under which a document carries what runs by itself. */
const activeKeys = ['JS', 'JavaScript', 'AA', 'XFA', 'RichMediaContent', 'RichMediaSettings'];
/** Actions (ISO 32000-2, 12.6.4) that only lead a reader somewhere; `URI` is looked at further. */
const quietActions: ReadonlySet<string> = new Set(['GoTo', 'URI', 'Named', 'SetOCGState', 'Thread']);
const activeAnnotations: ReadonlySet<string> = new Set(['Screen', 'Movie', 'Sound', '3D', 'RichMedia']);
/** What makers and machines write beside the content. */
const makersKeys = ['Metadata', 'PieceInfo', 'LastModified', 'SpiderInfo'].map((key) => PDFName.of(key));

const MOST_OBJECTS = 500_000;

/**
 * A PDF written anew from what its pages need: without the document information, XMP, private data of applications,
 * earlier states that were left in the file, and EXIF of the pictures in it. A digitally signed one is checked in
 * the same way and kept byte for byte, because any change would break its signature.
 * Refused: `encrypted`; `active_content` for scripts, actions that start something, forms that run and media;
 * `embedded_files`; `broken` for what cannot be read whole or has no page; `too_complex`.
 */
export async function cleanPdf(bytes: Buffer): Promise<Result<Cleaned, FileFault>> {
  const context = await parse(bytes);
  if (context === null) return refused(bytes.includes('/Encrypt') ? 'encrypted' : 'broken');
  const { trailerInfo } = context;
  if (trailerInfo.Encrypt !== undefined) return refused('encrypted');
  const root = context.lookup(trailerInfo.Root);
  if (!(trailerInfo.Root instanceof PDFRef) || !(root instanceof PDFDict)) return refused('broken');
  const reached = reach(context, trailerInfo.Root);
  if (reached === null) return refused('too_complex');
  const dictionaries = reached.objects.flatMap(dictionaryOf);
  const fault = dictionaries.map((one) => faultOf(one)).find((one) => one !== null);
  if (fault) return refused(fault);
  const pageCount = countPages(context, root);
  if (pageCount === 0) return refused('broken');
  if (dictionaries.some(isSignature)) return accepted({ bytes, pageCount, isStripped: false });
  for (const dictionary of dictionaries) for (const key of makersKeys) dictionary.delete(key);
  root.delete(PDFName.of('OpenAction'));
  delete trailerInfo.Info;
  const needed = reach(context, trailerInfo.Root);
  if (needed === null) return refused('too_complex');
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!needed.refs.has(ref)) context.delete(ref);
    else if (object instanceof PDFRawStream) context.assign(ref, withCleanPicture(object));
  }
  const written = await PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
  return accepted({ bytes: Buffer.from(written.buffer, 0, written.byteLength), pageCount, isStripped: true });
}

/** The parser throws plain errors over whatever it cannot read; a lenient reading could miss what a viewer finds. */
async function parse(bytes: Buffer): Promise<PDFContext | null> {
  try {
    return await PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, true).parseDocument();
  } catch {
    return null;
  }
}

type Reached = { readonly refs: ReadonlySet<PDFRef>; readonly objects: readonly PDFObject[] };

/** Everything that can be come to from the catalogue; null when that is more than any honest document has. */
function reach(context: PDFContext, from: PDFRef): Reached | null {
  const refs = new Set<PDFRef>([from]);
  const objects: PDFObject[] = [];
  const open: PDFObject[] = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (objects.length > MOST_OBJECTS) return null;
    const object = next instanceof PDFRef ? context.lookup(next) : next;
    if (object === undefined) continue;
    objects.push(object);
    for (const child of childrenOf(object)) {
      if (!(child instanceof PDFRef)) open.push(child);
      else if (!refs.has(child)) {
        refs.add(child);
        open.push(child);
      }
    }
  }
  return { refs, objects };
}

function childrenOf(object: PDFObject): readonly PDFObject[] {
  if (object instanceof PDFArray) return object.asArray();
  if (object instanceof PDFDict) return object.values();
  return object instanceof PDFStream ? object.dict.values() : [];
}

const dictionaryOf = (object: PDFObject): readonly PDFDict[] => {
  if (object instanceof PDFDict) return [object];
  return object instanceof PDFStream ? [object.dict] : [];
};

const nameAt = (dictionary: PDFDict, key: string): string | null => {
  const value = dictionary.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
};

/** Names may be written with #-codes, so keys are compared as they read. */
function faultOf(dictionary: PDFDict): FileFault | null {
  const keys = new Set(dictionary.keys().map((key) => key.decodeText()));
  if (activeKeys.some((key) => keys.has(key))) return 'active_content';
  if (keys.has('EmbeddedFiles') || keys.has('EF') || nameAt(dictionary, 'Type') === 'EmbeddedFile') {
    return 'embedded_files';
  }
  const subtype = nameAt(dictionary, 'Subtype');
  if (subtype === 'FileAttachment') return 'embedded_files';
  if (subtype !== null && activeAnnotations.has(subtype) && keys.has('Rect')) return 'active_content';
  for (const key of ['A', 'OpenAction', 'Next', 'PA'] as const) {
    const value = dictionary.lookup(PDFName.of(key));
    const actions = value instanceof PDFArray ? value.asArray() : [value];
    if (actions.some((one) => isActiveAction(dictionary.context.lookup(one)))) return 'active_content';
  }
  return nameAt(dictionary, 'Type') === 'Action' && isActiveAction(dictionary) ? 'active_content' : null;
}

function isActiveAction(value: PDFObject | undefined): boolean {
  if (!(value instanceof PDFDict)) return false;
  const kind = nameAt(value, 'S');
  if (kind === null) return false;
  if (kind !== 'URI') return !quietActions.has(kind) && nameAt(value, 'Type') !== 'StructElem';
  const address = value.lookup(PDFName.of('URI'));
  const isText = address instanceof PDFString || address instanceof PDFHexString;
  return !isText || !isSafeLink(address.decodeText());
}

const isSignature = (dictionary: PDFDict): boolean =>
  dictionary.has(PDFName.of('ByteRange')) && dictionary.has(PDFName.of('Contents'));

/** Walks the page tree; a page that is hung up twice counts once. */
function countPages(context: PDFContext, root: PDFDict): number {
  const seen = new Set<PDFObject>();
  const open: (PDFObject | undefined)[] = [root.get(PDFName.of('Pages'))];
  let pages = 0;
  while (open.length > 0) {
    const node = context.lookup(open.pop());
    if (!(node instanceof PDFDict) || seen.has(node)) continue;
    seen.add(node);
    const kids = node.lookup(PDFName.of('Kids'));
    if (kids instanceof PDFArray) open.push(...kids.asArray());
    else if (nameAt(node, 'Type') === 'Page') pages += 1;
  }
  return pages;
}

/** Pictures that scanning programs put in as they came from the camera, EXIF and all. One that is odd stays as it is. */
function withCleanPicture(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (!(only instanceof PDFName) || only.decodeText() !== 'DCTDecode') return stream;
  const cleaned = cleanJpeg(Buffer.from(stream.contents));
  return cleaned.ok ? PDFRawStream.of(stream.dict, cleaned.value.bytes) : stream;
}
