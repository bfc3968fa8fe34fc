import { describe, expect, test } from 'vitest';
import { notStated } from '../../src/domain/fact.ts';
import { editionJsonLd, jsonForScript, registerJsonLd } from '../../src/exports/json-ld.ts';
import { anEditionExport, exportOrigin, hostileTitles } from '../support/an-export.ts';

describe('what schema.org is told of an edition', () => {
  test.each(hostileTitles)('cannot end its script element with the title %j, and keeps it', (title) => {
    const json = jsonForScript(editionJsonLd(anEditionExport({ title })));
    expect(json).not.toMatch(/[<>&\u2028]/);
    expect(JSON.parse(json)).toMatchObject({ name: title });
  });

  test('is Legislation for an ordinance and for nothing else', () => {
    const kinds = ['social_agreement', 'mou', 'declaration', 'plan', 'informational', 'ordinance'] as const;
    const types = kinds.map((legalNature) => editionJsonLd(anEditionExport({ legalNature }))['@type']);
    expect(types).toEqual([...Array<string>(5).fill('CreativeWork'), 'Legislation']);
  });

  test('dates an ordinance only when its date is given', () => {
    const given = editionJsonLd(anEditionExport({ legalNature: 'ordinance' }));
    const silent = editionJsonLd(anEditionExport({ legalNature: 'ordinance', adopted: notStated }));
    expect(given.legislationDate).toBe('2017-05-15');
    expect(silent).not.toHaveProperty('legislationDate');
  });

  test('says of test data and models that they are such', () => {
    expect(editionJsonLd(anEditionExport({ provenance: 'model' })).creativeWorkStatus).toBe('แม่แบบ');
    expect(editionJsonLd(anEditionExport({ provenance: 'documented' }))).not.toHaveProperty(
      'creativeWorkStatus',
    );
  });
});

test('the register is a Dataset whose downloads are the lists', () => {
  const data = registerJsonLd({
    origin: exportOrigin,
    description: 'ทดสอบ',
    now: '2026-11-22T02:00:00.000Z',
  });
  expect(data['@type']).toBe('Dataset');
  expect(data.distribution.map(({ contentUrl }) => contentUrl)).toContain(`${exportOrigin}/charters.csv`);
});
