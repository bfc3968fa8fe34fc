import { attachmentsOf, checkAttachments } from './attachment.ts';
import type { Manifest } from './edition.ts';
import type { FieldProblem } from './errors.ts';
import type { Fact } from './fact.ts';
import { factsWithin, valuesOfKind } from './fact-value.ts';

/** What a manifest may point at. */
export type KnownReferences = {
  readonly hasPlace: (code: string) => boolean;
  readonly hasOrganisation: (slug: string) => boolean;
  readonly hasTopic: (topic: string) => boolean;
  /** Is the file with this SHA-256 kept for its work? */
  readonly hasFile: (sha256: string) => boolean;
  /** Eids of the provisions of its own body. */
  readonly provisions: ReadonlySet<string>;
};

/**
 * What stands in the way of publishing a manifest: references to things that do not exist, and a
 * change without a note. Empty when nothing does.
 */
export function checkManifest(manifest: Manifest, known: KnownReferences): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const report = (field: string, reason: FieldProblem['reason'], found?: string) =>
    problems.push(found === undefined ? { field, reason } : { field, reason, found });

  manifest.places.forEach((code, index) => {
    if (!known.hasPlace(code)) report(`places.${index}`, 'unknown_place', code);
  });
  manifest.possiblePlaces.forEach((code, index) => {
    if (!known.hasPlace(code)) report(`possiblePlaces.${index}`, 'unknown_place', code);
  });
  manifest.topics.forEach((topic, index) => {
    if (!known.hasTopic(topic)) report(`topics.${index}`, 'unknown_topic', topic);
  });
  manifest.parties.forEach((party, index) => {
    if (!known.hasOrganisation(party.organisation)) {
      report(`parties.${index}.organisation`, 'unknown_organisation', party.organisation);
    }
  });
  manifest.people.forEach((person, index) => {
    if (person.organisation !== null && !known.hasOrganisation(person.organisation)) {
      report(`people.${index}.organisation`, 'unknown_organisation', person.organisation);
    }
  });
  manifest.commitments.forEach((commitment, index) => {
    if (commitment.provision !== null && !known.provisions.has(commitment.provision)) {
      report(`commitments.${index}.provision`, 'unknown_provision', commitment.provision);
    }
  });
  for (const { field, organisation } of valuesOfKind(manifest.facts, 'organisation')) {
    if (!known.hasOrganisation(organisation)) report(field, 'unknown_organisation', organisation);
  }
  for (const { field, provision } of valuesOfKind(manifest.facts, 'provision')) {
    if (!known.provisions.has(provision)) report(field, 'unknown_provision', provision);
  }
  duplicates(manifest.commitments.map((one) => one.id)).forEach((index) => {
    report(`commitments.${index}.id`, 'duplicate', manifest.commitments[index]?.id);
  });
  duplicates(manifest.sources.map((one) => one.id)).forEach((index) => {
    report(`sources.${index}.id`, 'duplicate', manifest.sources[index]?.id);
  });
  const sourceIds = new Set(manifest.sources.map((one) => one.id));
  for (const [field, ids] of sourceReferences(manifest)) {
    const missing = ids.find((id) => !sourceIds.has(id));
    if (missing !== undefined) report(field, 'unknown_source', missing);
  }
  problems.push(...checkAttachments(manifest, known.provisions));
  attachmentsOf(manifest).forEach(({ sha256, name }, index) => {
    if (!known.hasFile(sha256)) report(`attachments.${index}`, 'unknown_file', name);
  });
  if (manifest.edition > 1 && manifest.changeNote === null) report('changeNote', 'change_note_required');
  return problems;
}

/** Positions of values that stood earlier in the list. */
function duplicates(values: readonly string[]): readonly number[] {
  return values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));
}

/** Where sources are named, with the identifiers named there. */
export function sourceReferences(
  manifest: Manifest,
): readonly (readonly [field: string, sources: readonly string[]])[] {
  const lists = (['parties', 'people', 'claims', 'commitments'] as const).flatMap((name) =>
    manifest[name].map((one, index) => [`${name}.${index}.sources`, one.sources] as const),
  );
  const dated = [
    ...(['label', 'adopted', 'effective', 'reviewDue'] as const).map((key) => [key, manifest[key]] as const),
    ...factsWithin(manifest.facts),
    ...manifest.commitments.map(({ due }, index) => [`commitments.${index}.due`, due] as const),
    ...manifest.parties.flatMap(({ actions }, index) =>
      actions.map(({ date }, at) => [`parties.${index}.actions.${at}.date`, date] as const),
    ),
    ...manifest.sources.map(({ published }, index) => [`sources.${index}.published`, published] as const),
  ];
  return [...lists, ...dated.map(([field, fact]) => [field, sourcesOf(fact)] as const)];
}

function sourcesOf(fact: Fact<unknown>): readonly string[] {
  if (fact.kind === 'given') return fact.sources;
  return fact.kind === 'disputed' ? fact.values.flatMap((value) => value.sources) : [];
}
