import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/domain/draft.ts';
import type { Manifest } from '../../src/domain/edition.ts';
import { accepted } from '../../src/domain/result.ts';
import { openFacts } from '../../src/registry/open-facts.ts';
import { saveDraft } from '../../src/registry/save-draft.ts';
import { saveFacts } from '../../src/registry/save-facts.ts';
import { aRegisterWithAnOpenDraft, type Story, storyBegins } from '../support/register-with.ts';

const keys = ['aliases'] as const;

/** Reads the draft as a form does when it is opened. */
async function look({ register, people, charter }: Story) {
  const opened = await openFacts(register, people.editorA, charter);
  if (!opened.ok) throw new Error('the draft is open');
  return {
    content: opened.value.draft.content,
    shown: opened.value.fingerprintOf(keys),
    version: opened.value.draft.version,
  };
}

type Change = (content: Manifest) => Manifest;
const saveWith = ({ register, people, charter }: Story, shown: string, change: Change) =>
  saveFacts(
    register,
    people.publisherA,
    charter,
    { keys, shown, change: (content) => accepted(change(content)) },
    storyBegins,
  );

/** So many people add a name of their own to the names they see, all at one moment, round after round. */
async function race(story: Story, isGuarded: boolean) {
  const confirmed: string[] = [];
  const winners: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const seen = await look(story);
    const text = saveDraft(
      story.register,
      story.people.editorA,
      story.charter,
      {
        expectedVersion: seen.version,
        fields: { ...fieldsOf(seen.content), body: `${seen.content.body}\n\nย่อหน้าทดสอบ ${round}` },
      },
      storyBegins,
    );
    const saves = Array.from({ length: 16 }, async (_, client) => {
      const name = `ชื่อทดสอบ ${round} ${client}`;
      const change: Change = (content) => ({ ...content, aliases: [...seen.content.aliases, name] });
      let saved = await saveWith(story, seen.shown, change);
      // What a form would do that takes the fingerprint from the draft instead of from what its officer saw.
      while (!isGuarded && !saved.ok) saved = await saveWith(story, (await look(story)).shown, change);
      return saved.ok ? [name] : [];
    });
    const won = (await Promise.all(saves)).flat();
    expect((await text).ok).toBe(true);
    winners.push(won.length);
    confirmed.push(...won);
  }
  const { content } = await look(story);
  return { winners, lost: confirmed.filter((name) => !content.aliases.includes(name)), body: content.body };
}

test('of many who save the same facts at once one wins each round, and text saved beside them stays', async () => {
  const story = await aRegisterWithAnOpenDraft();
  const { winners, lost, body } = await race(story, true);
  expect(winners).toEqual(winners.map(() => 1));
  expect(lost).toEqual([]);
  expect(body.match(/ย่อหน้าทดสอบ/g)).toHaveLength(12);
  story.register.close();
});

test('without the fingerprint of what was seen, names are lost: the race above does prove something', async () => {
  const story = await aRegisterWithAnOpenDraft();
  const { lost } = await race(story, false);
  expect(lost.length).toBeGreaterThan(0);
  story.register.close();
});

test("another's draft is not found, whatever is sent", async () => {
  const story = await aRegisterWithAnOpenDraft();
  const { shown } = await look(story);
  const saved = await saveFacts(
    story.register,
    story.people.publisherB,
    story.charter,
    { keys, shown, change: accepted },
    storyBegins,
  );
  expect(saved).toEqual({ ok: false, refusal: { code: 'draft_not_found' } });
  story.register.close();
});
