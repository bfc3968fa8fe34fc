import { afterAll, beforeAll, expect, test } from 'vitest';
import { maxQueryLength, parseQuery } from '../../src/search/query.ts';
import { aDeskSite, type DeskSite } from '../support/desk-site.ts';
import { aRegisterWithOneCharter, type Story } from '../support/register-with.ts';

let story: Story;
let site: DeskSite;
beforeAll(async () => {
  story = await aRegisterWithOneCharter();
  site = await aDeskSite(story.register);
});
afterAll(() => story.register.close());

/** A longest query of `letter`, between blanks that do not count. */
const longest = (letter: string): string => ` ${letter.repeat(maxQueryLength)} `;

test.each([longest('ก'), longest('😀'), `${longest('ก')}ก`, longest('😀').concat('😀')])(
  'the page and the search refuse the same queries for their length (%#)',
  async (query) => {
    const { status, html } = await site.get(`/search?q=${encodeURIComponent(query)}`, null);
    const parsed = parseQuery(query);
    const isTooLong = !parsed.ok && parsed.refusal.code === 'query_too_long';
    expect(status).toBe(parsed.ok ? 200 : 400);
    expect(html.includes(`ไม่เกิน ${maxQueryLength} ตัวอักษร`)).toBe(isTooLong);
  },
);
