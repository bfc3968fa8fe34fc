import sanitize from 'sanitize-html';
import type { ImportNoteKind } from '../domain/imported-text.ts';
import type { NoteKeeper } from './note-keeper.ts';

const NESTING_MAXIMUM = 60;
/** Private characters that mean nothing yet: tables are divided by some of them later. */
const OTHER_MARKS = /[\uE002-\uF8FF\0]/g;
const FOREIGN_SCHEME = /^[\s\p{Cc}]*(?!https?:|mailto:|tel:)[a-z][\w+.-]*:/iu;

/** Tags whose content is no text; the report counts them under these names. */
const noted: Readonly<Record<string, ImportNoteKind>> = {
  img: 'image',
  picture: 'image',
  svg: 'image',
  canvas: 'image',
  script: 'script',
  object: 'object',
  embed: 'object',
  iframe: 'media',
  video: 'media',
  audio: 'media',
  input: 'form',
  select: 'form',
  button: 'form',
  textarea: 'form',
  math: 'equation',
};

const kept = [
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'section', 'article', 'blockquote', 'pre', 'hr', 'br'],
  ...['ul', 'ol', 'li', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'strong', 'em', 's', 'sup', 'sub', 'code'],
];

const dropsContent = [
  ...['script', 'style', 'title', 'template', 'noscript', 'svg', 'math', 'canvas', 'select', 'button'],
  ...['textarea', 'option', 'object', 'iframe', 'video', 'audio', 'head', 'xml', 'hidden-text'],
];

/**
 * HTML of Word, a web page or a mail, reduced to tags of text. No attribute is left but `href`, `colspan`, `rowspan`,
 * `start`, and the classes `centred` and `listed-N` (a list item that Word pasted as a paragraph, N levels deep).
 * Bold, italic and struck text is recognised in styles too.
 */
export function cleanHtml(html: string, keeper: NoteKeeper): string {
  const note = (tagName: string): void => {
    const kind = noted[tagName];
    if (kind) keeper.note(kind, '');
  };
  const cleaned = sanitize(html, {
    allowedTags: kept,
    nonTextTags: dropsContent,
    allowedAttributes: {
      a: ['href', 'id'],
      li: ['id', 'value'],
      ol: ['start'],
      td: ['colspan', 'rowspan'],
      th: ['colspan', 'rowspan'],
      '*': ['class'],
    },
    allowedClasses: { '*': ['centred', 'listed-1', 'listed-2', 'listed-3', 'listed-4'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    allowProtocolRelative: false,
    nestingLimit: NESTING_MAXIMUM,
    disallowedTagsMode: 'discard',
    transformTags: {
      '*': (tagName, attributes) => {
        note(tagName);
        if (tagName === 'a' && FOREIGN_SCHEME.test(attributes['href'] ?? '')) keeper.note('link', '');
        return renamed(tagName, attributes);
      },
    },
  });
  return cleaned.replace(/<\/(strong|em|s)><\1>/g, '').replace(OTHER_MARKS, '');
}

type Attributes = Readonly<Record<string, string>>;

/** The tag that stands for what a tag and its style mean. */
function renamed(
  tagName: string,
  attributes: Attributes,
): { tagName: string; attribs: Record<string, string> } {
  const style = (attributes['style'] ?? '').toLowerCase().replace(/\s+/g, '');
  if (/(?:^|;)(?:display:none|mso-hide:all)/.test(style) || 'hidden' in attributes) {
    return { tagName: 'hidden-text', attribs: {} };
  }
  const name = meaningOf(tagName, style);
  const attribs: Record<string, string> = {};
  for (const key of ['href', 'id', 'colspan', 'rowspan', 'start', 'value']) {
    const value = attributes[key];
    if (value !== undefined) attribs[key] = value;
  }
  const className = classOf(tagName, style, attributes);
  if (className !== '') attribs['class'] = className;
  return { tagName: name, attribs };
}

function meaningOf(tagName: string, style: string): string {
  const isPlain = /(?:^|;)font-weight:(?:normal|400)/.test(style);
  switch (tagName) {
    case 'b':
    case 'strong':
      // Google Docs wraps all it copies in a <b> that is not bold.
      return isPlain ? 'span' : 'strong';
    case 'i':
    case 'em':
      return /(?:^|;)font-style:normal/.test(style) ? 'span' : 'em';
    case 'strike':
    case 'del':
      return 's';
    case 'center':
      return 'p';
    case 'span':
    case 'font':
      if (/(?:^|;)font-weight:(?:bold|[6-9]00)/.test(style)) return 'strong';
      if (/(?:^|;)font-style:italic/.test(style)) return 'em';
      return /(?:^|;)text-decoration[a-z-]*:[^;]*line-through/.test(style) ? 's' : 'span';
    default:
      return tagName;
  }
}

function classOf(tagName: string, style: string, attributes: Attributes): string {
  const names = (attributes['class'] ?? '').split(/\s+/);
  const level = /mso-list:l\d+level([1-9])/.exec(style)?.[1];
  if (level !== undefined && tagName === 'p') return `listed-${Math.min(Number(level), 4)}`;
  const isCentred =
    tagName === 'center' ||
    names.includes('centred') ||
    /(?:^|;)text-align:center/.test(style) ||
    attributes['align']?.toLowerCase() === 'center';
  return isCentred ? 'centred' : '';
}
