import type { NamedRelations } from '../../../components/edition-view.ts';
import { addresses } from '../../../domain/addresses.ts';
import type { EditionPage } from '../../../registry/open-edition.ts';
import { openRelations } from '../../../registry/open-relations.ts';

/** Titles and addresses of the works that an edition points at and of those that point at its work. */
export async function nameRelations(
  register: App.Locals['register'],
  { work: name, manifest, provisions }: Pick<EditionPage, 'work' | 'manifest' | 'provisions'>,
): Promise<NamedRelations> {
  const { outgoing, incoming, incomingTotal, proves, spreadOf } = await openRelations(
    register,
    name,
    manifest.relations,
  );
  return {
    outgoing: outgoing.map(({ relation: { kind, note, target }, work, eid }) => {
      if (work === null) return { kind, note, title: target, href: null };
      const href = eid === null ? addresses.work(work) : addresses.provision(work, work.currentNumber, eid);
      return { kind, note, title: work.title, href };
    }),
    incoming: incoming.map(({ kind, note, eid, work }) => {
      const part = provisions.find((provision) => provision.eid === eid);
      return {
        kind,
        note,
        title: work.title,
        href: addresses.work(work),
        part: part ? { label: part.label, href: `#${part.eid}` } : null,
      };
    }),
    incomingTotal,
    spreadOf: spreadOf.map(({ slug, title }) => ({ title, href: addresses.spread(slug) })),
    proves: proves.map(({ agreement, title, metric, number }) => ({
      metric,
      title,
      href: addresses.commitments(agreement, undefined, `evidence-${number}`),
    })),
  };
}
