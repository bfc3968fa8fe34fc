import type { Register } from '../../db/connection.ts';
import { findDraft } from '../../db/drafts.ts';
import { findEdition, listEditions } from '../../db/editions.ts';
import { findWork } from '../../db/works.ts';
import { type Actor, may } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { currentEdition } from '../domain/succession.ts';
import type { WorkName } from '../domain/work.ts';
import { datedEditions } from '../domain/work-timeline.ts';

/** A work as the desk shows it before its draft is opened. */
export type DeskWork = {
  readonly work: WorkName;
  readonly title: string;
  readonly currentNumber: number | null;
  readonly hasDraft: boolean;
};

/** Opens a work for its editors. Refused: `work_not_found`, also when it is not the actor's to edit. */
export async function openDeskWork(
  register: Register,
  actor: Actor,
  name: WorkName,
): Promise<Result<DeskWork>> {
  const { read } = register;
  const work = await findWork(read, name);
  if (!work || !may(actor, 'edit', work)) return refused({ code: 'work_not_found' });
  const currentNumber = currentEdition(datedEditions(await listEditions(read, work.id)));
  const current = currentNumber === null ? null : await findEdition(read, work.id, currentNumber);
  const draft = await findDraft(read, work.id);
  const title = current?.manifest.title ?? draft?.content.title ?? name.slug;
  return accepted({ work: name, title, currentNumber, hasDraft: draft !== null });
}
