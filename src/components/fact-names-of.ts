import { addresses } from '../domain/addresses.ts';
import { workNamed } from '../domain/work.ts';
import type { EditionView } from './edition-view.ts';
import type { FactNames } from './fact-names.ts';

/** The names of all that the facts of an edition refer to. */
export function factNamesOf({
  organisations,
  works,
  provisions,
}: Pick<EditionView, 'organisations' | 'works' | 'provisions'>): FactNames {
  return {
    organisation: (slug) => {
      const found = organisations.get(slug);
      return { text: found?.name ?? slug, href: found ? addresses.organisation(slug) : null };
    },
    work: (reference) => {
      const [path = '', eid] = reference.split('#');
      const [found, name] = [works.get(path), workNamed(path)];
      if (!found || !name) return { text: reference, href: null };
      const href =
        eid === undefined ? addresses.work(name) : addresses.provision(name, found.currentNumber, eid);
      return { text: found.title, href };
    },
    provision: (eid) => {
      const found = provisions.find((one) => one.eid === eid);
      return { text: found?.label ?? eid, href: found ? `#${eid}` : null };
    },
  };
}
