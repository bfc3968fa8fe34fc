import mammoth from 'mammoth';
import type { ImportProblem } from '../domain/imported-text.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { CENTRED_STYLE } from './label-paragraph.ts';
import type { NoteKeeper } from './note-keeper.ts';
import { packParts } from './pack-parts.ts';
import { prepareWord } from './prepare-word.ts';
import { readParts } from './read-parts.ts';

const styleMap = [
  `p.${CENTRED_STYLE} => p.centred:fresh`,
  "p[style-name='Title'] => p.centred:fresh",
  "p[style-name='Subtitle'] => p.centred:fresh",
  'strike => s',
];

/** The text of a .docx as HTML that is not safe to show yet. Refused as `readParts` and `prepareWord` say. */
export async function wordToHtml(file: Buffer, keeper: NoteKeeper): Promise<Result<string, ImportProblem>> {
  const parts = readParts(file);
  if (!parts.ok) return parts;
  const ready = prepareWord(parts.value, keeper);
  if (!ready.ok) return ready;
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: packParts(ready.value) },
      { styleMap, externalFileAccess: false, idPrefix: 'word-' },
    );
    return accepted(value);
  } catch {
    // mammoth throws for XML that is not what a Word file holds; which rule it broke helps nobody.
    return refused('broken');
  }
}
