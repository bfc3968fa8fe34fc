import { describe, expect, test } from 'vitest';
import { readSettings } from '../src/env.ts';
import { settingsFrom } from './server/toy-front-door.ts';

describe('settings', () => {
  test('a server with nothing set listens on this machine only and answers to its local names', () => {
    const settings = settingsFrom({});
    expect(settings.port).toBe(4321);
    expect(settings.host).toBe('127.0.0.1');
    expect(settings.dataDir.endsWith('/data')).toBe(true);
    expect(settings.origin).toBe('http://localhost:4321');
    expect([...settings.allowedHosts]).toEqual(['localhost:4321', '127.0.0.1:4321', '[::1]:4321']);
    expect(settings.isSecure).toBe(false);
  });

  test('a public address is the only host that is answered', () => {
    const settings = settingsFrom({ SITE_URL: 'https://Tammanoon.example/', PORT: '8080' });
    expect(settings.origin).toBe('https://tammanoon.example');
    expect([...settings.allowedHosts]).toEqual(['tammanoon.example', 'tammanoon.example:443']);
    expect(settings.isSecure).toBe(true);
  });

  test('a public address with a port keeps it', () => {
    expect([...settingsFrom({ SITE_URL: 'http://tambon.example:8080' }).allowedHosts]).toEqual([
      'tambon.example:8080',
    ]);
  });

  test('nobody in front is believed unless it is said how many proxies there are', () => {
    expect(settingsFrom({}).trustedProxies).toBe(0);
    expect(settingsFrom({ TRUST_PROXY: '2' }).trustedProxies).toBe(2);
  });

  test('an empty value counts as not set', () => {
    expect(settingsFrom({ PORT: '', SITE_URL: '', HOST: '' }).port).toBe(4321);
  });

  test.each([
    ['PORT', '80x'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['HOST', 'not a host'],
    ['SITE_URL', 'tammanoon.example'],
    ['SITE_URL', 'ftp://tammanoon.example'],
    ['SITE_URL', 'https://tammanoon.example/register'],
    ['SITE_URL', 'https://user@tammanoon.example'],
    ['TRUST_PROXY', 'yes'],
    ['TRUST_PROXY', '10'],
    ['TRUST_PROXY', '-1'],
  ])('a wrong %s (%s) is refused with one sentence that names it', (setting, value) => {
    const reading = readSettings({ [setting]: value });
    expect(reading).toMatchObject({ ok: false, refusal: { setting } });
    const sentence = reading.ok ? '' : reading.refusal.sentence;
    expect(sentence).toContain(`The setting ${setting} is "${value}"`);
    expect(sentence.split('. ')).toHaveLength(1);
  });
});
