import type { Register } from '../../db/connection.ts';
import type { ListFilter } from '../../db/lists.ts';
import type { ListOrder } from '../domain/list-filter.ts';
import type { KnownAsOf } from './steps/as-of-now.ts';
import { type ExportedWorks, exportMaximum, readWorks } from './steps/read-works.ts';

/** The works of a list in the order of its pages, as of a moment: the same rows whenever they are asked for. */
export const exportWorks = (
  register: Register,
  filter: ListFilter,
  order: ListOrder,
  asOf: KnownAsOf,
): Promise<ExportedWorks> => readWorks(register, filter, order, asOf, { offset: 0, limit: exportMaximum });
