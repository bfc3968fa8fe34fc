import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands/index.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...globSync('content/decisions/*.md')];
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

describe('the documents', () => {
  test.each(documents)('%s links only to files that are there', (file) => {
    const links = [...read(file).matchAll(/\]\((?!https?:|\/|#|mailto:)([^)#\s]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(links.filter((link) => !existsSync(join(dirname(file), link)))).toEqual([]);
  });

  test.each(documents)('%s names only files and folders that are there', (file) => {
    const named = [...read(file).matchAll(/`((?:src|db|content|tests|public)\/[^`\s<>{}*…]*[\w\]])\/?`/g)];
    const missing = named.map((match) => match[1] ?? '').filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });

  test.each(documents)('%s names only scripts that are there', (file) => {
    const named = [...read(file).matchAll(/npm run ([a-z]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the README lists every command of the registrar, and no other', () => {
  const program = new Command();
  for (const add of commands) add(program);
  const listed = [...read('README.md').matchAll(/^\| `([a-z]+)[^`]*` \|/gm)].map((match) => match[1]);
  expect(listed.sort()).toEqual(program.commands.map((command) => command.name()).sort());
});

test('the README names every setting', () => {
  const settings = [...read('src/env.ts').matchAll(/^ {2}([A-Z_]+):/gm)].map((match) => match[1] ?? '');
  expect(settings.length).toBeGreaterThan(3);
  for (const setting of settings) expect(read('README.md')).toContain(`\`${setting}\``);
});

test('CONTRIBUTING names every room', () => {
  const rooms = [...read('tests/architecture.test.ts').matchAll(/^ {2}'?((?:src\/[\w.-]+|db))'?: \{/gm)];
  const names = rooms.map((match) => match[1] ?? '').filter((room) => !/\.(?:d\.)?ts$/.test(room));
  expect(names.length).toBeGreaterThan(10);
  const text = read('CONTRIBUTING.md');
  expect(names.filter((room) => !text.includes(`\`${room}`))).toEqual([]);
});

test('the decisions are numbered without a gap and say their date and status', () => {
  const files = globSync('content/decisions/*.md').sort();
  files.forEach((file, index) => {
    expect(file).toContain(`/${String(index + 1).padStart(4, '0')}-`);
    expect(read(file)).toMatch(/^---\ntitle: .+\ndate: \d{4}-\d{2}-\d{2}\nstatus: \w+/);
  });
});

test('nothing in git names a path or a tool of one machine', () => {
  const files = globSync('{src,db,tests,content,public,.ci}/**/*.{ts,mjs,astro,md,yaml,json,css,sql}');
  const traces = /\/work\/|\/root\/|\/home\/\w+\//;
  const guilty = files.filter((file) => file !== 'tests/docs.test.ts' && traces.test(read(file)));
  expect(guilty).toEqual([]);
});
