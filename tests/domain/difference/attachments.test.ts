import { expect, test } from 'vitest';
import { type Attachment, withAttachments } from '../../../src/domain/attachment.ts';
import { compareManifests } from '../../../src/domain/difference/compare-manifests.ts';
import { testFiles } from '../../../src/specimens/data/files.ts';
import { charterManifest } from '../../support/register-with.ts';

const manifest = charterManifest({ type: 'charters', slug: 'test-north' });
const [scan, annex] = testFiles as readonly [Attachment, Attachment];

test('a file that was added, taken out or told of anew is a change, and the same file is none', () => {
  const before = withAttachments(manifest, [scan]);
  expect(compareManifests(manifest, before).attachments.added).toEqual([scan]);
  expect(compareManifests(before, withAttachments(manifest, [annex])).attachments).toEqual({
    added: [annex],
    removed: [scan],
    changed: [],
  });
  const told = { ...scan, title: 'ชื่อใหม่' };
  expect(compareManifests(before, withAttachments(manifest, [told])).attachments.changed).toEqual([
    { before: scan, after: told },
  ]);
  expect(compareManifests(before, before).attachments).toEqual({ added: [], removed: [], changed: [] });
});
