import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documentTypes } from '../../src/catalogue/index.ts';
import { manifestShapes } from '../../src/catalogue/manifest-schema.ts';
import { dataFiles } from '../../src/exports/data-files.ts';
import { factTables, fileTables, manifestRows } from '../../src/pages/about/_data-dictionary.ts';

type Schema = { readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema };

describe('the data dictionary', () => {
  test('has every key of the manifests of every type, in Thai', () => {
    const told = new Set(manifestRows.map(({ name }) => name));
    for (const { shape } of manifestShapes) {
      const schema = z.toJSONSchema(shape, { io: 'output' }) as Schema;
      for (const [key, value] of Object.entries(schema.properties ?? {})) {
        expect([key, told.has(key)]).toEqual([key, true]);
        for (const inner of Object.keys(value.items?.properties ?? {})) {
          expect([key, inner, told.has(`${key}.${inner}`)]).toEqual([key, inner, true]);
        }
      }
    }
    for (const { name, meaning } of manifestRows)
      expect([name, meaning]).toEqual([name, expect.stringMatching(/[ก-ฮ]/)]);
  });

  test('has every fact of the catalogue, with every column of its tables', () => {
    for (const { type, fields } of documentTypes) {
      const rows = factTables.find((one) => one.type === type)?.rows.map(({ name }) => name) ?? [];
      for (const field of fields) {
        expect(rows).toContain(`facts.${field.key}`);
        if (field.kind !== 'rows') continue;
        for (const { key } of field.columns) expect(rows).toContain(`facts.${field.key}.${key}`);
      }
    }
  });

  test('names the values of closed lists in Thai', () => {
    const unnamed = [...manifestRows, ...factTables.flatMap(({ rows }) => rows)].flatMap(({ name, values }) =>
      values.filter(({ label }) => label === null).map(({ code }) => `${name}: ${code}`),
    );
    expect(unnamed.filter((one) => !/mediaType/.test(one))).toEqual([]);
  });

  test('has every column of every table that can be taken away, each with its meaning', async () => {
    const told = new Set(dataFiles.map(({ columns }) => columns.map(({ name }) => name).join()));
    for (const file of globSync('src/exports/*-csv.ts')) {
      const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Readonly<
        Record<string, unknown>
      >;
      for (const [name, columns] of Object.entries(module)) {
        if (!name.endsWith('olumns') || file.includes('audit')) continue;
        expect([file, name, told.has((columns as readonly string[]).join())]).toEqual([file, name, true]);
      }
    }
    for (const { rows, title } of fileTables) {
      for (const { name, meaning } of rows)
        expect([title, name, meaning !== '']).toEqual([title, name, true]);
    }
  });
});
