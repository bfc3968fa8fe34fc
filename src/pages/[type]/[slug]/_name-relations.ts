import type { NamedRelation } from '../../../components/edition-view.ts';
import { addresses } from '../../../domain/addresses.ts';
import type { Relation } from '../../../domain/edition.ts';
import type { Instant } from '../../../domain/iso-date.ts';
import { openHistory } from '../../../registry/open-history.ts';
import { nameOf } from './_name-of.ts';

/** Looks up the titles of the works that an edition points at. */
export function nameRelations(
  register: App.Locals['register'],
  relations: readonly Relation[],
  now: Instant,
): Promise<readonly NamedRelation[]> {
  return Promise.all(
    relations.map(async ({ kind, note, target }) => {
      const [path = '', eid] = target.split('#');
      const [type, slug] = path.split('/');
      const name = nameOf({ type, slug });
      const history = name === null ? null : await openHistory(register, name, now);
      if (name === null || !history?.ok) return { kind, note, title: target, href: null };
      const { title, currentNumber } = history.value;
      const href = eid === undefined ? addresses.work(name) : addresses.provision(name, currentNumber, eid);
      return { kind, note, title, href };
    }),
  );
}
