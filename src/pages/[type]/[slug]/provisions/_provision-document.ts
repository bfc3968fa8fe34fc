import { addresses } from '../../../../domain/addresses.ts';
import { lineageRemark } from '../../../../domain/lineage.ts';
import type { HeldProvision, SimilarProvisions } from '../../../../domain/similarity/similar-provision.ts';
import { provisionCitation } from '../../../../exports/citation.ts';
import { takenText } from '../../../../i18n/lineage.ts';
import type { Lineage, LineageEnd, LineageHop, ProvisionPage } from '../../../../registry/open-provision.ts';

/**
 * What `/{type}/{slug}/provisions/{eid}.json` holds:
 *
 * - `address`, `permanentAddress`, `asOf`, `edition`, `sha256`, `citation`, `provision`: the provision as it is read
 * - `goneIn`: the edition that has it no more; null while the current one has it
 * - `history`: what each edition did with it, the latest first; `change` as in `compare/{a}..{b}.json`, null in the
 *   first edition
 * - `ancestors`, `descendants`: `{ total, steps }`; a step is `{ kind, remark, isWhole, end, words, told, onward,
 *   further, rest }`, `end` being the provision at the other end, or null when the register does not have it, and
 *   `words` how it differs, from the source to what was made of it. Of descendants 20 stand on a page, `next` leads on
 * - `similar`: clauses of other works with nearly the same words, and who had it first; null for what is no clause
 * - `instances`: how many texts are written after the whole text as a model
 * - `siblings`: what else was taken from the same places; `others`: ties that only speak of it
 * - `commitments`: those that rest on it
 */
export function provisionDocument(page: ProvisionPage, similar: SimilarProvisions | null, origin: string) {
  const { edition, provision, path, ancestors, descendants, gone } = page;
  const { work, manifest, sha256, publishedAt } = edition;
  const whole = (address: string) => new URL(address, origin).href;
  const own = gone === null ? null : manifest.edition;
  const isLast = page.page >= page.pages;

  const endOf = (end: LineageEnd | null) => {
    if (end === null) return null;
    const { type, slug, number, title, provenance, isCurrent } = end.edition;
    const address =
      end.eid === null
        ? addresses.edition(end.edition, number)
        : addresses.provision(end.edition, number, end.eid);
    const { label = null, heading = null } = end.provision ?? {};
    return {
      work: `${type}/${slug}`,
      title,
      provenance,
      edition: number,
      isCurrent,
      eid: end.eid,
      label,
      heading,
      address: whole(address),
    };
  };
  const heldAt = <Held extends HeldProvision>(held: Held) => ({
    ...held,
    address: whole(addresses.provision(held, held.edition, held.eid)),
  });
  const stepOf = (hop: LineageHop): object => ({
    kind: hop.tie.kind,
    remark: lineageRemark(hop.tie.note),
    isWhole: hop.isWhole,
    target: `${hop.target.type}/${hop.target.slug}`,
    end: endOf(hop.end),
    words: hop.words,
    told: takenText(hop.words, hop.isWhole),
    onward: hop.onward,
    further: hop.further.map(stepOf),
    rest: hop.rest,
  });
  const stepsOf = ({ hops, total }: Lineage) => ({ total, steps: hops.map(stepOf) });

  return {
    address: whole(addresses.provisionPage(work, provision.eid, { edition: own })),
    permanentAddress: whole(addresses.provision(work, manifest.edition, provision.eid)),
    asOf: page.asOf.text,
    edition: manifest.edition,
    title: manifest.title,
    sha256,
    publishedAt,
    citation: provisionCitation({ ...edition, origin }, provision),
    goneIn: gone?.goneIn ?? null,
    provision,
    history: path.steps,
    isHistoryCut: path.isCut,
    ancestors: stepsOf(ancestors),
    descendants: {
      ...stepsOf(descendants),
      page: page.page,
      next: isLast ? null : whole(addresses.provisionFile(work, provision.eid, own, page.page + 1)),
    },
    instances: page.instances,
    siblings: page.siblings.map(({ source, ends }) => ({ source: endOf(source), ends: ends.map(endOf) })),
    others: page.others.map(({ tie, isIncoming, target, end }) => ({
      kind: tie.kind,
      remark: lineageRemark(tie.note),
      isIncoming,
      target: `${target.type}/${target.slug}`,
      end: endOf(end),
    })),
    similar: similar && {
      total: similar.total,
      isFirst: similar.isFirst,
      first: similar.first && heldAt(similar.first),
      found: similar.similar.map(({ text: _text, places, first, ...one }) => ({
        ...heldAt(one),
        places: places.flatMap(([place]) => place?.code ?? []),
        first: heldAt(first),
      })),
    },
    commitments: page.commitments,
  };
}
