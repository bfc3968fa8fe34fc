import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { CommitmentRow } from '../../src/domain/commitment-list.ts';
import { writeDueCalendar } from '../../src/exports/due-calendar.ts';
import { commitmentOf, dated } from '../support/promised.ts';

const row = (id: string, due: string, more: Partial<CommitmentRow> = {}): CommitmentRow => ({
  work: { type: 'agreements', slug: 'test-network' },
  title: 'ข้อตกลงเครือข่ายทดสอบ, ฉบับ; หนึ่ง \\ สอง',
  provenance: 'test',
  edition: 2,
  sha256: '0'.repeat(64),
  publishedAt: '2026-11-22T02:00:05.123Z',
  commitment: commitmentOf({ id, due: dated(due), textAsWritten: 'ไม่น้อยกว่า 2 ประเด็น\nBEGIN:VEVENT' }),
  summary: { state: 'no_data', readings: [], evidence: [] },
  ...more,
});
const written = (...rows: readonly CommitmentRow[]): string =>
  writeDueCalendar({ title: 'ทดสอบ', origin: 'https://register.example', rows });

/** Content lines as RFC 5545 reads them: folds taken out, then name, parameters and value. */
const linesOf = (text: string): readonly (readonly [string, string])[] =>
  text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]);
const valuesOf = (text: string, name: string): readonly string[] =>
  linesOf(text).flatMap(([own, value]) => (own === name ? [value] : []));

describe('the calendar of due dates', () => {
  test('has a whole day for each, the last one of a month or a year', () => {
    const text = written(row('a', '2027-05-15'), row('b', '2027-02'), row('c', '2027'));
    expect(valuesOf(text, 'DTSTART;VALUE=DATE')).toEqual(['20270515', '20270228', '20271231']);
    expect(valuesOf(text, 'DTEND;VALUE=DATE')).toEqual(['20270516', '20270301', '20280101']);
  });

  test('keeps the name of an event, and is stamped by the edition', () => {
    const text = written(row('a', '2027-05-15'));
    expect(valuesOf(text, 'UID')).toEqual(['test-network/a@register.example']);
    expect(valuesOf(text, 'DTSTAMP')).toEqual(['20261122T020005Z']);
    expect(valuesOf(text, 'SEQUENCE')).toEqual(['1']);
    expect(valuesOf(text, 'URL')).toEqual(['https://register.example/agreements/test-network/commitments#a']);
    expect(written(row('a', '2027-05-15'))).toBe(text);
  });

  test('has lines of at most 75 octets, in which no Thai letter is cut', () => {
    const lines = written(row('a', '2027-05-15')).split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(lines.some((line) => line.startsWith(' '))).toBe(true);
    expect(lines.join('')).not.toContain('\ufffd');
  });

  test('takes no text for a property of its own', () => {
    const text = written(row('a', '2027-05-15'));
    expect(valuesOf(text, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT']);
    expect(valuesOf(text, 'DESCRIPTION')[0]).toBe(
      'ข้อตกลงเครือข่ายทดสอบ\\, ฉบับ\\; หนึ่ง \\\\ สอง\\nต้นทางเขียนว่า “ไม่น้อยกว่า 2 ประเด็น BEGIN:VEVENT”',
    );
  });

  test('says the same to a calendar program, of a whole day and with all its words', () => {
    const calendar = new ICAL.Component(
      ICAL.parse(written(row('a', '2027-05-15'), row('b', '2027'))) as unknown[],
    );
    expect([calendar.name, calendar.getFirstPropertyValue('version')]).toEqual(['vcalendar', '2.0']);
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(
      events.map(({ uid, startDate, endDate, duration }) => ({
        uid,
        days: [String(startDate), String(endDate)],
        isWholeDay: startDate.isDate && duration.toSeconds() === 86_400,
      })),
    ).toEqual([
      { uid: 'test-network/a@register.example', days: ['2027-05-15', '2027-05-16'], isWholeDay: true },
      { uid: 'test-network/b@register.example', days: ['2027-12-31', '2028-01-01'], isWholeDay: true },
    ]);
    expect(events[0]?.description).toBe(
      'ข้อตกลงเครือข่ายทดสอบ, ฉบับ; หนึ่ง \\ สอง\nต้นทางเขียนว่า “ไม่น้อยกว่า 2 ประเด็น BEGIN:VEVENT”',
    );
    expect(events[0]?.summary).toMatch(/^ครบกำหนด: /);
  });

  test('leaves out what has no due date', () => {
    expect(valuesOf(written(row('a', '2027', { commitment: commitmentOf() })), 'BEGIN')).toEqual([
      'VCALENDAR',
    ]);
  });
});
