import { describe, expect, test } from 'vitest';
import { fieldsOf } from '../../src/domain/draft.ts';
import { compareDraft } from '../../src/registry/compare-draft.ts';
import { compareEditions } from '../../src/registry/compare-editions.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import {
  aRegisterWithAnOpenDraft,
  aRegisterWithOneCharter,
  charterBody,
  charterManifest,
  storyBegins,
} from '../support/register-with.ts';

describe('a draft against the current edition', () => {
  test('has no difference when nothing is typed yet', async () => {
    const { register, people, charter } = await aRegisterWithAnOpenDraft();
    const compared = await compareDraft(register, people.editorA, charter);
    expect(compared.ok && compared.value.difference).toMatchObject({ counts: [], isFormOnly: false });
    expect(compared.ok && compared.value.after.published).toBeNull();
    register.close();
  });

  test('tells what was typed, in the text and beside it', async () => {
    const { register, people, charter } = await aRegisterWithAnOpenDraft();
    const fields = {
      ...fieldsOf(charterManifest(charter)),
      summary: 'สรุปที่เขียนใหม่',
      changeNote: 'แก้เพื่อทดสอบ',
      body: charterBody.replace('ลำเหมืองทดสอบ', 'ลำเหมืองทดสอบปีละสองครั้ง'),
    };
    await saveDraft(register, people.editorA, charter, { expectedVersion: 1, fields }, storyBegins);
    const compared = await compareDraft(register, people.editorA, charter);
    expect(compared.ok && compared.value.difference.counts).toEqual([
      { told: 'reworded', part: 'clause', before: 1, after: 1 },
    ]);
    expect(compared.ok && compared.value.difference.manifest.fields).toMatchObject([
      { kind: 'text', field: 'summary' },
    ]);
    register.close();
  });

  test('with only its form changed is said to have the same words', async () => {
    const { register, people, charter } = await aRegisterWithAnOpenDraft();
    const body = charterBody.replace('ทุกบ้าน', '**ทุกบ้าน**');
    const fields = { ...fieldsOf(charterManifest(charter)), changeNote: 'จัดหน้าใหม่', body };
    await saveDraft(register, people.editorA, charter, { expectedVersion: 1, fields }, storyBegins);
    const compared = await compareDraft(register, people.editorA, charter);
    expect(compared.ok && compared.value.difference).toMatchObject({ counts: [], isFormOnly: true });
    register.close();
  });

  test('is there only for those who may read the draft', async () => {
    const { register, people, charter } = await aRegisterWithAnOpenDraft();
    const refusal = { ok: false, refusal: { code: 'draft_not_found' } };
    expect(await compareDraft(register, people.editorB, charter)).toEqual(refusal);
    register.close();
    const without = await aRegisterWithOneCharter();
    expect(await compareDraft(without.register, without.people.editorA, without.charter)).toEqual(refusal);
    without.register.close();
  });
});

describe('two editions', () => {
  test('are compared only when the register has both', async () => {
    const { register, charter } = await aRegisterWithOneCharter();
    expect(await compareEditions(register, charter, 1, 2)).toEqual({
      ok: false,
      refusal: { code: 'edition_not_found', number: 2 },
    });
    expect(await compareEditions(register, { type: 'charters', slug: 'nothing' }, 1, 2)).toEqual({
      ok: false,
      refusal: { code: 'work_not_found' },
    });
    register.close();
  });
});
