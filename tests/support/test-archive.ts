import { readEditionFile } from '../../src/archive/edition-file.ts';
import type { Archive, ArchivedEdition } from '../../src/archive/read-archive.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import type { WorkEvent } from '../../src/domain/timeline.ts';
import type { WorkName } from '../../src/domain/work.ts';

/** An archive file of obvious test data; `changes` are lines of front matter put in or over. */
export function editionText(
  number: number,
  changes: Readonly<Record<string, string>> = {},
  body?: string,
): string {
  const front: Record<string, string> = {
    title: 'ธรรมนูญตำบลทดสอบเหนือ',
    provenance: 'test',
    edition: String(number),
    label: `ฉบับที่ ${number} พ.ศ. ${2559 + number}`,
    ...(number > 1 && { changeNote: 'แก้ไขเพื่อทดสอบ' }),
    legalNature: 'social_agreement',
    places: "['990101']",
    adopted: `{ start: '${2016 + number}-05-15', textAsWritten: '15 พฤษภาคม ${2559 + number}' }`,
    sources: '[{ title: แหล่งทดสอบ }]',
    ...changes,
  };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${value}`);
  const text = body ?? `## หมวด 1 บททั่วไป\n\n### ข้อ 1 ชื่อ\n\nธรรมนูญทดสอบฉบับที่ ${number}`;
  return `---\n${lines.join('\n')}\n---\n\n${text}\n`;
}

/** Reads a text as an archive would, and fails the test when it cannot be read. */
export function archivedEdition(name: WorkName, number: number, text: string): ArchivedEdition {
  const file = `${name.type}/${name.slug}/${number}.md`;
  const read = readEditionFile(text, file, name, number);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { ...read.value, file, text };
}

export const testCharter: WorkName = { type: 'charters', slug: 'test-tambon-one' };

/** That a work was withdrawn long ago. */
export const withdrawal: WorkEvent = {
  kind: 'withdrawn',
  date: { start: '2020-01-01', end: null, precision: 'day', textAsWritten: null, isInferred: false },
  note: 'ยกเลิกเพื่อทดสอบ',
  source: null,
};

/** An archive of one work: the test charter, unless another is named. */
export function archiveOf(
  texts: readonly string[],
  more: {
    readonly name?: WorkName;
    readonly organisations?: readonly Organisation[];
    readonly events?: readonly WorkEvent[];
    readonly steward?: string;
  } = {},
): Archive {
  const { name = testCharter } = more;
  return {
    organisations: more.organisations ?? [],
    works: [
      {
        name,
        about: { steward: more.steward ?? null, events: more.events ?? [] },
        editions: texts.map((text, index) => archivedEdition(name, index + 1, text)),
      },
    ],
  };
}
