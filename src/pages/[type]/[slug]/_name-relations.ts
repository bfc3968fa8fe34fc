import type { NamedRelation, NamedRelations } from '../../../components/edition-view.ts';
import { addresses } from '../../../domain/addresses.ts';
import { lineageRemark } from '../../../domain/lineage.ts';
import type { EditionPage } from '../../../registry/open-edition.ts';
import { openRelations, type WorkTies } from '../../../registry/open-relations.ts';

/** Titles and addresses of the works that an edition points at and of those that point at its work. */
export async function nameRelations(
  register: App.Locals['register'],
  { work: name, manifest, provisions }: Pick<EditionPage, 'work' | 'manifest' | 'provisions'>,
): Promise<NamedRelations> {
  const { outgoing, incoming, incomingTotal, instances, proves, spreadOf } = await openRelations(
    register,
    name,
    manifest.relations,
  );
  const labels = new Map(provisions.map(({ eid, label }) => [eid, label]));
  const named = ({ kind, target, work, ties }: WorkTies, isIncoming: boolean): NamedRelation => ({
    kind,
    title: work?.title ?? target,
    href: work === null ? null : addresses.work(work),
    deviation: work === null || !isOfModel(kind, ties) ? null : addresses.deviation(isIncoming ? work : name),
    ties: ties.map(({ note, ownEid, targetEid, targetEdition, other }) => {
      const eid = isIncoming ? targetEid : ownEid;
      const label = isIncoming && targetEdition !== null && targetEdition !== manifest.edition ? null : eid;
      const edition = isIncoming || targetEdition === work?.currentNumber ? null : targetEdition;
      return {
        own:
          label === null || !labels.has(label) ? null : { label: labels.get(label) ?? '', href: `#${label}` },
        other:
          other === null || work === null
            ? null
            : { label: other.label, href: addresses.provisionPage(work, other.eid, { edition }) },
        note: lineageRemark(note) ?? (ownEid === null && targetEid === null ? note : null),
      };
    }),
  });
  return {
    outgoing: outgoing.map((ties) => named(ties, false)),
    incoming: incoming.map((ties) => named(ties, true)),
    incomingTotal,
    instances,
    spreadOf: spreadOf.map(({ slug, title }) => ({ title, href: addresses.spread(slug) })),
    proves: proves.map(({ agreement, title, metric, number }) => ({
      metric,
      title,
      href: addresses.commitments(agreement, undefined, `evidence-${number}`),
    })),
  };
}

const isOfModel = (kind: WorkTies['kind'], ties: WorkTies['ties']): boolean =>
  kind === 'instance_of_template' &&
  ties.some(({ ownEid, targetEid }) => ownEid === null && targetEid === null);
