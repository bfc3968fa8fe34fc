import { addresses } from '../../../domain/addresses.ts';
import { relativesText } from '../../../i18n/lineage.ts';
import { countRelatives, mostCounted } from '../../../registry/count-relatives.ts';
import type { EditionPage } from '../../../registry/open-edition.ts';
import { withProvisionLinks } from '../../../render/provision-links.ts';

/** The text of an edition with a link beside each clause to the page of that clause, and how many relatives it has. */
export async function linkProvisions(
  register: App.Locals['register'],
  page: EditionPage,
): Promise<EditionPage> {
  const { work, manifest, provisions, currentNumber } = page;
  const relatives = await countRelatives(register, page);
  const clauses = new Map(provisions.flatMap((one) => (one.kind === 'clause' ? [[one.eid, one.label]] : [])));
  const edition = manifest.edition === currentNumber ? null : manifest.edition;
  const html = withProvisionLinks(page.html, (eid) => {
    const label = clauses.get(eid);
    if (label === undefined) return null;
    const { from = 0, taken = 0 } = relatives.get(eid) ?? {};
    return {
      href: addresses.provisionPage(work, eid, { edition }),
      text: relativesText(from, taken, mostCounted) ?? 'ประวัติ',
      about: `ของ${label}`,
    };
  });
  return { ...page, html };
}
