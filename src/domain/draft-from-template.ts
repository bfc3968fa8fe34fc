import { draftOfNewWork } from './draft.ts';
import type { Manifest } from './edition.ts';
import { lineageNote } from './lineage.ts';
import type { WorkName } from './work.ts';

/**
 * The draft of a new work that begins with the text of another one. The text, what it is about and the rights in it
 * come along, and a relation says from which edition. Names, places, dates, parties, people, numbers and sources are
 * facts about the other work, and stay there.
 */
export function draftFromTemplate(
  name: WorkName,
  title: string,
  chosen: Pick<Manifest, 'subtype' | 'legalNature'>,
  template: Manifest,
): Manifest {
  return {
    ...draftOfNewWork(name, title, chosen),
    textRights: template.textRights,
    topics: template.topics,
    relations: [
      {
        kind: 'instance_of_template',
        target: `${template.type}/${template.slug}`,
        note: lineageNote(template.edition),
      },
    ],
    body: template.body,
  };
}
