/** What an import may leave out or change, so that whoever imports is told. */
export const importNoteKinds = [
  'image',
  'text_box',
  'comment',
  'deletion',
  'insertion',
  'header_footer',
  'contents',
  'hidden_text',
  'object',
  'equation',
  'numbering',
  'footnote',
  'merged_cell',
  'cell_blocks',
  'nested_table',
  'table_header',
  'link',
  'emphasis',
  'script',
  'form',
  'media',
] as const;
export type ImportNoteKind = (typeof importNoteKinds)[number];

/** One kind of thing that was left out or changed. */
export type ImportNote = {
  readonly kind: ImportNoteKind;
  readonly count: number;
  /** The words at the first few places, shortened; those of the thing itself when it was words. */
  readonly places: readonly string[];
};

/** A text from elsewhere as a body of ours, with an account of what it lost on the way. */
export type ImportedText = {
  readonly markdown: string;
  readonly notes: readonly ImportNote[];
};

/** What a text is imported from: a Word file, or HTML from Word or a web page. */
export type ImportKind = 'docx' | 'html';

/** Why nothing could be imported. */
export const importProblems = [
  'no_content',
  'not_docx',
  'old_word',
  'broken',
  'too_large',
  'too_complex',
  'too_slow',
  'busy',
  'empty',
  'text_too_long',
] as const;
export type ImportProblem = (typeof importProblems)[number];

/** The largest file or pasted HTML that is read, in bytes. */
export const importMaximumBytes = 5 * 1024 * 1024;
