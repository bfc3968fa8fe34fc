import type { PartyRow } from '../domain/party-table.ts';
import { formatAddressDate } from '../thai/format-date.ts';

export type PartyFootnotes = {
  /** The notes under the table, numbered from 1 in this order. */
  readonly notes: readonly string[];
  /** The numbers of the notes of a row. */
  readonly marksOf: (row: PartyRow) => readonly number[];
};

/**
 * The footnotes of a party table: successions, notes on parties, and notes on dates. What is said of several rows is
 * one footnote.
 * @param nameOf the name of an organisation by its slug
 */
export function partyFootnotes(rows: readonly PartyRow[], nameOf: (slug: string) => string): PartyFootnotes {
  const told = new Map(rows.map((row) => [row, notesOf(row, nameOf)]));
  const notes = [...new Set([...told.values()].flat())];
  const numbers = new Map(notes.map((note, index) => [note, index + 1]));
  return {
    notes,
    marksOf: (row) => (told.get(row) ?? []).map((note) => numbers.get(note) ?? 0).sort((a, b) => a - b),
  };
}

function notesOf(row: PartyRow, nameOf: (slug: string) => string): readonly string[] {
  const successions = row.successions.map(
    ({ predecessor, successor, date }) =>
      `เข้าเป็นภาคีในชื่อ${nameOf(row.organisation)} ต่อมา${nameOf(successor)}รับช่วงจาก${nameOf(predecessor)} ตั้งแต่${formatAddressDate(date)}`,
  );
  const dates = row.deeds.flatMap(({ date }) => date.note ?? []);
  return [...new Set([...successions, ...(row.note === null ? [] : [row.note]), ...dates])];
}
