import { addresses } from '../domain/addresses.ts';
import type { CommitmentRow } from '../domain/commitment-list.ts';
import { givenValue } from '../domain/fact.ts';
import { dayAfter, type IsoDate, lastDayOf } from '../domain/iso-date.ts';
import { targetText } from '../i18n/commitment-list.ts';
import { oneLine } from './edition-export.ts';

export type DueCalendar = {
  readonly title: string;
  readonly origin: string;
  readonly rows: readonly CommitmentRow[];
};

const mostOctets = 75;

/**
 * The due dates of commitments as a calendar (RFC 5545), an event of a whole day each: of a month or a year its last
 * day. An event keeps its UID for ever; its stamp is the publication of the edition that states the date.
 */
export function writeDueCalendar({ title, origin, rows }: DueCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tammanoon//Commitments//TH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(title)}`,
    ...rows.flatMap((row) => eventOf(row, origin)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventOf(
  { work, title, edition, publishedAt, commitment }: CommitmentRow,
  origin: string,
): readonly string[] {
  const due = givenValue(commitment.due);
  if (due === null) return [];
  const day = lastDayOf(due.end ?? due.start);
  const stamp = `${publishedAt.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const address = new URL(addresses.commitments(work.slug, undefined, commitment.id), origin).href;
  const target = `${commitment.metric} ${targetText(commitment)}`;
  return [
    'BEGIN:VEVENT',
    `UID:${work.slug}/${commitment.id}@${new URL(origin).hostname}`,
    `DTSTAMP:${stamp}`,
    `SEQUENCE:${edition - 1}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(`ครบกำหนด: ${target}`)}`,
    `DESCRIPTION:${escaped(`${title}\nต้นทางเขียนว่า “${oneLine(commitment.textAsWritten)}”`)}`,
    `URL:${address}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

const compact = (day: IsoDate): string => day.replaceAll('-', '');

/** Text of a property (RFC 5545, 3.3.11). Only line ends that are written here stay. */
const escaped = (text: string): string =>
  text
    .split('\n')
    .map((line) => oneLine(line).replace(/[\\;,]/g, '\\$&'))
    .join('\\n');

/** A line in parts of at most 75 octets (RFC 5545, 3.1), no letter cut apart. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const more = Buffer.byteLength(letter);
    if (octets + more > mostOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}
