import type { Connection, Register } from '../../db/connection.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { claimableRoles } from '../domain/accession.ts';
import { dayInThailand, type Instant } from '../domain/iso-date.ts';
import { promisingRoles } from '../domain/party-roster.ts';
import { isPresent } from '../domain/party-table.ts';
import type { Actor } from '../domain/permission.ts';
import { accepted, type Result, refused } from '../domain/result.ts';
import { maySubmit } from '../domain/submission-right.ts';
import type { FileRoom } from '../files/file-room.ts';
import { keepUpload, type Upload } from './steps/keep-upload.ts';
import { type AgreementOn, lineOf, readAgreement } from './steps/read-agreement.ts';
import { readAccession, type TypedAccession } from './steps/read-submission.ts';
import { storeSubmission } from './steps/store-submission.ts';

export type PlaceToClaim = {
  /** Slug of the agreement. */
  readonly agreement: string;
  /** Slug of the organisation whose place it is. */
  readonly organisation: string;
  readonly typed: TypedAccession;
  readonly upload: Upload | null;
};

/**
 * Says that an organisation is a party of an agreement whose sources do not name it, with the scan that shows it. It
 * stands in the table of parties once the hub has accepted it.
 * @returns the submission; sent twice it is the same one
 * Refused, with nothing changed: `work_not_found`, `organisation_not_found`, `not_permitted`, `party_already`,
 * `file_refused`, `content_invalid` at the fields of `TypedAccession` or at `file`.
 */
export async function claimPlace(
  register: Register,
  room: FileRoom,
  actor: Actor,
  { agreement: slug, organisation, typed, upload }: PlaceToClaim,
  now: Instant,
): Promise<Result<{ readonly id: number; readonly number: number }>> {
  const asked = { slug, organisation };
  const before = await findOpenPlace(register.read, actor, asked, now);
  if (!before.ok) return before;
  const kept = upload === null ? null : await keepUpload(room, upload);
  if (kept !== null && !kept.ok) return kept;
  const file = kept?.value.file ?? null;
  return register.write(async (transaction) => {
    const found = await findOpenPlace(transaction, actor, asked, now);
    if (!found.ok) return found;
    const agreement = found.value;
    const roles = claimableRoles(agreement.roster.tableOn(agreement.day));
    const facts = readAccession(typed, { today: agreement.day, file, roles });
    if (!facts.ok) return facts;
    const { userId } = actor;
    const submission = {
      kind: 'accession',
      commitment: null,
      organisation,
      facts: facts.value,
      userId,
    } as const;
    return accepted(await storeSubmission(transaction, agreement.work, submission, now));
  });
}

async function findOpenPlace(
  connection: Connection,
  actor: Actor,
  { slug, organisation }: { readonly slug: string; readonly organisation: string },
  now: Instant,
): Promise<Result<AgreementOn>> {
  const agreement = await readAgreement(connection, slug, dayInThailand(now));
  if (!agreement || agreement.manifest.provenance === 'model') return refused({ code: 'work_not_found' });
  if (!(await findOrganisation(connection, organisation))) {
    return refused({ code: 'organisation_not_found', slug: organisation });
  }
  if (!maySubmit(actor, lineOf(organisation, agreement.successions)))
    return refused({ code: 'not_permitted' });
  const { rows } = agreement.roster.tableOn(agreement.day);
  const isThere = rows.some(
    (row) =>
      isPresent(row) &&
      promisingRoles.includes(row.role) &&
      (row.organisation === organisation || row.holder === organisation),
  );
  return isThere ? refused({ code: 'party_already', organisation }) : accepted(agreement);
}
