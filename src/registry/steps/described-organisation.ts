import type { Connection } from '../../../db/connection.ts';
import { findOrganisation } from '../../../db/organisations.ts';
import { findPlaceChains } from '../../../db/places.ts';
import { checkOrganisation } from '../../archive/organisations-file.ts';
import type { FieldProblem } from '../../domain/errors.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { describedOrganisation, type OrganisationFields } from '../../domain/organisation-fields.ts';
import { accepted, type Result, refused } from '../../domain/result.ts';

/**
 * The organisation that a form describes, with places and parent that exist.
 * Refused: `content_invalid` at the fields of the form.
 */
export async function organisationOfFields(
  connection: Connection,
  fields: OrganisationFields,
): Promise<Result<Organisation>> {
  const checked = checkOrganisation(describedOrganisation(fields));
  if (!checked.ok) {
    const atForm = ({ field, ...rest }: FieldProblem) => ({
      field: field === 'note' ? 'organisationNote' : field,
      ...rest,
    });
    return refused({
      code: 'content_invalid',
      problems: checked.refusal.map(requiredWhenEmpty(fields)).map(atForm),
    });
  }
  const organisation = checked.value;
  const problems: FieldProblem[] = [];
  const known = await findPlaceChains(connection, organisation.covers);
  const unknown = organisation.covers.find((code) => !known.has(code));
  if (unknown !== undefined) problems.push({ field: 'covers', reason: 'unknown_place', found: unknown });
  const { parent } = organisation;
  if (parent !== null && (parent === organisation.slug || !(await findOrganisation(connection, parent)))) {
    problems.push({ field: 'parent', reason: 'unknown_organisation', found: parent });
  }
  return problems.length > 0 ? refused({ code: 'content_invalid', problems }) : accepted(organisation);
}

/** An empty field is asked for, rather than said to be too short or misspelt. */
const requiredWhenEmpty =
  (fields: OrganisationFields) =>
  (problem: FieldProblem): FieldProblem =>
    (problem.field === 'name' || problem.field === 'slug') && fields[problem.field].trim() === ''
      ? { field: problem.field, reason: 'required' }
      : problem;
