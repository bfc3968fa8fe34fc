import type { PartyRole } from '../domain/edition.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { PartyDeed } from '../domain/party-table.ts';
import { takenBackNote } from '../i18n/as-of.ts';
import { partyRoleLabels } from '../i18n/labels.ts';
import type { FileHead } from './file-head.ts';
import { type ListedEdition, rowOf } from './list-export.ts';
import { namedOrganisation } from './parties-export.ts';
import { plainDeed } from './parties-json.ts';

/** A work that an organisation, or one that it carries on for, has a part in. */
export type OrganisationPart = ListedEdition & {
  readonly role: PartyRole;
  /** Slug of the body whose part it is. */
  readonly organisation: string;
  readonly deeds: readonly PartyDeed[];
  /** How the register knows of it when no edition names it; `isTold` is false once that was taken back or corrected. */
  readonly accession: {
    readonly confirmedOn: string;
    readonly note: string | null;
    readonly isTold: boolean;
  } | null;
};

/** The works that an organisation has a part in, as the register knew them at a moment. */
export type OrganisationExport = FileHead & {
  readonly organisation: Organisation;
  /** Itself and those that it carries on for, by slug. */
  readonly organisations: ReadonlyMap<string, Organisation>;
  readonly works: readonly OrganisationPart[];
};

/** One work as both formats tell it, with the part in it. */
export const partRow = (part: OrganisationPart, file: OrganisationExport) => ({
  role: part.role,
  roleLabel: partyRoleLabels[part.role],
  organisation: namedOrganisation(file, part.organisation),
  knownBy: part.accession === null ? ('edition' as const) : ('accession' as const),
  deeds: part.deeds.map(plainDeed),
  confirmedOn: part.accession?.confirmedOn ?? null,
  note: part.accession?.isTold === false ? takenBackNote : (part.accession?.note ?? null),
  ...rowOf(part, file.origin),
});
