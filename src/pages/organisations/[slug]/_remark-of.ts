import { partyActionLabels, partyRoleLabels, valueStateLabels } from '../../../i18n/labels.ts';
import type { OrganisationPage } from '../../../registry/open-organisation.ts';
import { formatWrittenDate } from '../../../thai/format-date.ts';
import { between } from '../../../thai/no-break.ts';

/** What an organisation is in a work, under which name, and what it did when. */
export function lineageRemark({
  role,
  as,
  deeds,
}: Pick<OrganisationPage['works'][number], 'role' | 'as' | 'deeds'>): string {
  const done = deeds.map(({ kind, date }) => {
    const when =
      date.kind === 'given'
        ? formatWrittenDate(date.value)
        : date.kind === 'disputed'
          ? date.values.map(({ value }) => formatWrittenDate(value)).join(' หรือ ')
          : `วันที่${valueStateLabels[date.kind]}`;
    return `${partyActionLabels[kind]} ${when}`;
  });
  const named = as === null ? '' : ` ในนาม${as}`;
  return [`บทบาท: ${partyRoleLabels[role]}${named}`, ...done].join(between);
}
