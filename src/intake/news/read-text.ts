import type {
  Finding,
  OrganisationFinding,
  PersonFinding,
  TextConflict,
  TextReading,
} from '../../domain/finding.ts';
import { findBoilerplate, findRepeatedLines } from './find-boilerplate.ts';
import { findDates } from './find-dates.ts';
import { findOrganisations, type OrganisationNames } from './find-organisations.ts';
import { differingOffices, findPeople } from './find-people.ts';
import { findPlaces } from './find-places.ts';
import { differingNumbers, findQuantities } from './find-quantities.ts';
import type { PlaceNames } from './place-names.ts';
import { linesOf } from './text-line.ts';

/**
 * Reads news or minutes for what they state: dates, numbers, bodies, places and people in office, each as a stretch of
 * the text, and what in it does not fit. The same text and names give the same reading; nothing is settled and nothing is
 * added that the text does not say. Time grows in proportion to the text.
 */
export function readText(
  text: string,
  {
    places,
    organisations: bodies,
  }: { readonly places: PlaceNames; readonly organisations: OrganisationNames },
): TextReading {
  const all = linesOf(text);
  const boilerplate = findBoilerplate(all);
  const lines = all.filter((line) => line.form !== '' && !boilerplate.includes(line));
  const dates = findDates(lines, text);
  const quantities = findQuantities(lines, text);
  const organisations = findOrganisations(lines, text, bodies, places);
  const placed = findPlaces(lines, text, places);
  // Where two stand in the same words, the one that explains more of them is meant.
  const findings = withRepeats(
    withoutOverlaps([
      besideBodies(findPeople(lines, text), organisations.findings, text),
      organisations.findings,
      dates.findings.filter(({ text: words }) => !/^\d{4}$|^[๐-๙]{4}$/.test(words)),
      quantities.findings,
      dates.findings,
      placed.findings,
    ]),
  );
  const kept = new Set(findings.map(({ id }) => id));
  const conflicts = [
    ...[dates, quantities, organisations, placed].flatMap((found) => found.conflicts),
    ...differingNumbers(findings.filter((one) => one.kind === 'quantity')),
    ...differingOffices(findings.filter((one) => one.kind === 'person')),
    ...findRepeatedLines(lines),
  ].filter((conflict: TextConflict) => conflict.findings.every((id) => kept.has(id)));
  return { findings, conflicts, boilerplate: boilerplate.map(({ start, end }) => ({ start, end })) };
}

/**
 * "ผู้อำนวยการศูนย์…" names a body as well: the marks of the person end where the name of a body of the register begins, so that
 * both can be taken. The office stays whole.
 */
function besideBodies(
  people: readonly PersonFinding[],
  bodies: readonly OrganisationFinding[],
  text: string,
): readonly PersonFinding[] {
  let at = 0;
  return people.map((person) => {
    while ((bodies[at]?.start ?? Number.POSITIVE_INFINITY) <= person.start) at += 1;
    const body = bodies.slice(at, at + 8).find(({ slugs }) => slugs.length > 0);
    if (!body || body.start >= person.end) return person;
    const { start } = person;
    const words = text.slice(start, body.start).trimEnd();
    const end = start + words.length;
    return { ...person, id: `person-${start}-${end}`, end, text: words };
  });
}

/** The findings in the order of the text; where two overlap, the one of the earlier list stays. */
function withoutOverlaps(lists: readonly (readonly Finding[])[]): readonly Finding[] {
  let kept: readonly Finding[] = [];
  for (const list of lists) {
    const merged: Finding[] = [];
    let at = 0;
    let end = -1;
    for (const finding of list.toSorted((a, b) => a.start - b.start)) {
      while ((kept[at]?.end ?? Number.POSITIVE_INFINITY) <= finding.start) {
        const before = kept[at];
        if (before) merged.push(before);
        at += 1;
      }
      if (finding.start < end || (kept[at]?.start ?? Number.POSITIVE_INFINITY) < finding.end) continue;
      merged.push(finding);
      end = finding.end;
    }
    kept = [...merged, ...kept.slice(at)];
  }
  return kept;
}

/** What a finding says, without where it stands. */
function meaningOf(finding: Finding): string {
  switch (finding.kind) {
    case 'date':
      return finding.value ? `${finding.value.start}/${finding.value.end}` : finding.text;
    case 'quantity':
      // Two promises of "not less than 6" are two promises.
      return finding.comparator === null && finding.each === null
        ? `${finding.value ?? finding.text}/${finding.unit}`
        : finding.id;
    case 'organisation':
      return finding.slugs.length === 0 ? finding.text : finding.slugs.join('/');
    case 'place':
      return finding.codes.length === 0 ? finding.text : finding.codes.join('/');
    case 'person':
      return `${finding.name}/${finding.office}`;
    default:
      return finding satisfies never;
  }
}

function withRepeats(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, string>();
  return findings.map((finding) => {
    const key = `${finding.kind}:${meaningOf(finding)}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, finding.id);
    return earlier === undefined ? finding : { ...finding, repeats: earlier };
  });
}
