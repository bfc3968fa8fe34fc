import { attachmentsOf } from '../../domain/attachment.ts';
import type { Manifest } from '../../domain/edition.ts';
import { sha256Of } from './canonical-manifest.ts';

/**
 * The lock of the files of a draft, apart from that of its text: whoever attaches a scan while a colleague types must
 * not be refused, and neither must the colleague be overwritten.
 */
export const attachmentsLock = (content: Pick<Manifest, 'attachments'>): string =>
  sha256Of(JSON.stringify(attachmentsOf(content))).slice(0, 16);
