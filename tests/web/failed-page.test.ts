import { afterEach, expect, test, vi } from 'vitest';
import { aDeskSite } from '../support/desk-site.ts';
import { aRegisterWithOneCharter } from '../support/register-with.ts';

afterEach(() => vi.restoreAllMocks());

test('a page that cannot be made shows the reference under which the log knows it, and no reason', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { register } = await aRegisterWithOneCharter();
  const site = await aDeskSite(register);
  register.close();
  const { status, html } = await site.get('/charters/test-north', null);
  expect(status).toBe(500);
  expect(html).toContain('<code>request-of-a-test</code>');
  expect(html).not.toMatch(/SQLITE|not open|Error/);
});
