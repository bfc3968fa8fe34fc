import type { WrittenDate } from '../thai/written-date.ts';
import {
  type Capacity,
  type Commitment,
  capacities,
  type Manifest,
  type PartyRole,
  partyRoles,
  type Source,
} from './edition.ts';
import type { FieldProblem } from './errors.ts';
import { type Fact, notStated } from './fact.ts';
import type { Finding, QuantityFinding } from './finding.ts';
import { accepted, type Result, refused } from './result.ts';

/** What a date of a text may be taken as. */
export const dateUses = ['adopted', 'effective', 'reviewDue'] as const;
/** What a number may be taken as: a stated count of parties, another stated count, or a promise. */
export const quantityUses = ['claim_parties', 'claim', 'commitment'] as const;

/** One finding that an officer takes, and as what. */
export type Taken = {
  readonly finding: Finding;
  /** One of `dateUses`, `quantityUses`, a role, a capacity, or the code of a place, as the kind asks. */
  readonly as: string;
  /** The organisation, when the name fits several. */
  readonly slug: string;
  /** What is counted, for a promise: the text does not say it in one place. */
  readonly metric: string;
};

/** The roles that are counted against a stated number of parties. */
const countedRoles: readonly PartyRole[] = ['party', 'member', 'hub'];
const METRIC_MAXIMUM = 300;

/**
 * The content with the taken findings in it, each with the wording of the text and its source. What is there already is
 * kept: another date for the same fact makes the fact disputed, with both. Refused: `content_invalid`, with `take.<id>`
 * for a finding that needs a choice or cannot be taken.
 */
export function takeFindings(content: Manifest, source: Source, taken: readonly Taken[]): Result<Manifest> {
  const problems: FieldProblem[] = [];
  const known = content.sources.find(({ id }) => id === source.id);
  let result: Manifest = { ...content, sources: known ? content.sources : [...content.sources, source] };
  for (const one of taken) {
    const next = withTaken(result, one, source.id);
    if (next.ok) result = next.value;
    else problems.push({ field: `take.${one.finding.id}`, reason: next.refusal });
  }
  return problems.length > 0 ? refused({ code: 'content_invalid', problems }) : accepted(result);
}

type Taking = Result<Manifest, FieldProblem['reason']>;

function withTaken(content: Manifest, taken: Taken, source: string): Taking {
  const { finding, as } = taken;
  switch (finding.kind) {
    case 'date': {
      const use = dateUses.find((one) => one === as);
      if (!use || !finding.value) return refused(finding.value ? 'required' : 'not_a_date');
      const value = { ...finding.value, textAsWritten: finding.text };
      return accepted({ ...content, [use]: withDate(content[use], value, source) });
    }
    case 'quantity':
      return withQuantity(content, finding, taken, source);
    case 'organisation': {
      const slug =
        finding.slugs.length === 1 ? finding.slugs[0] : finding.slugs.find((one) => one === taken.slug);
      if (slug === undefined)
        return refused(finding.slugs.length === 0 ? 'unknown_organisation' : 'required');
      const role = partyRoles.find((one) => one === as);
      return role ? accepted(withParty(content, slug, role, source)) : refused('required');
    }
    case 'place': {
      const code = finding.codes.length === 1 ? finding.codes[0] : finding.codes.find((one) => one === as);
      if (code === undefined) return refused(finding.codes.length === 0 ? 'unknown_place' : 'required');
      return accepted({ ...content, places: [...new Set([...content.places, code])] });
    }
    case 'person': {
      const capacity = capacities.find((one) => one === as);
      if (!capacity) return refused('required');
      return accepted(withPerson(content, finding, capacity, source));
    }
    default:
      return finding satisfies never;
  }
}

const withSource = (sources: readonly string[], source: string): readonly string[] => [
  ...new Set([...sources, source]),
];

/** Two different days for one fact are both kept, and the fact is disputed. */
function withDate(fact: Fact<WrittenDate>, value: WrittenDate, source: string): Fact<WrittenDate> {
  const isSame = (other: WrittenDate): boolean => other.start === value.start && other.end === value.end;
  const one = { value, note: null, sources: [source] };
  if (fact.kind === 'given') {
    if (isSame(fact.value)) return { ...fact, sources: withSource(fact.sources, source) };
    const { value: first, note, sources } = fact;
    return { kind: 'disputed', note: null, values: [{ value: first, note, sources }, one] };
  }
  if (fact.kind === 'disputed') {
    if (fact.values.some((other) => isSame(other.value))) return fact;
    return { ...fact, values: [...fact.values, one] };
  }
  return { kind: 'given', ...one, note: fact.note ?? notStated.note };
}

function withQuantity(
  content: Manifest,
  { value, unit, text, comparator, each }: QuantityFinding,
  { as, metric }: Taken,
  source: string,
): Taking {
  const use = quantityUses.find((one) => one === as);
  if (!use) return refused('required');
  if (value === null) return refused('wrong_kind');
  if (use !== 'commitment') {
    const isParties = use === 'claim_parties';
    const claim = {
      property: isParties ? 'parties' : unit,
      value,
      unit,
      textAsWritten: text,
      roles: isParties ? countedRoles : [],
      note: null,
      sources: [source],
    };
    const isThere = content.claims.some(
      (one) => one.textAsWritten === text && one.property === claim.property && one.sources.includes(source),
    );
    return accepted(isThere ? content : { ...content, claims: [...content.claims, claim] });
  }
  const words = metric.trim();
  if (words === '' || words.length > METRIC_MAXIMUM) return refused(words === '' ? 'required' : 'too_long');
  const commitment: Commitment = {
    id: freeId(content),
    metric: words,
    comparator: comparator ?? 'exactly',
    value,
    unit,
    scope: scopeOf(each),
    per: each === 'ปี' ? 'be_year' : null,
    due: notStated,
    period: null,
    domain: null,
    provision: null,
    textAsWritten: text,
    sources: [source],
  };
  return accepted({ ...content, commitments: [...content.commitments, commitment] });
}

/** Where the words leave open whether all together or each is meant, both readings are kept. */
function scopeOf(each: string | null): Commitment['scope'] {
  switch (each) {
    case 'พื้นที่':
    case 'ตำบล':
    case 'หมู่บ้าน':
    case 'อำเภอ':
    case 'จังหวัด':
    case 'ชุมชน':
      return ['each_place'];
    case null:
    case 'ปี':
      return ['network', 'each_party'];
    default:
      return ['each_party'];
  }
}

function freeId(content: Manifest): string {
  const taken = new Set(content.commitments.map(({ id }) => id));
  let number = content.commitments.length + 1;
  while (taken.has(`c${number}`)) number += 1;
  return `c${number}`;
}

function withParty(content: Manifest, organisation: string, role: PartyRole, source: string): Manifest {
  const at = content.parties.findIndex((one) => one.organisation === organisation && one.role === role);
  const before = content.parties[at];
  if (before) {
    const parties = content.parties.with(at, { ...before, sources: withSource(before.sources, source) });
    return { ...content, parties };
  }
  const party = { organisation, role, note: null, actions: [], sources: [source] };
  return { ...content, parties: [...content.parties, party] };
}

function withPerson(
  content: Manifest,
  { name, office }: { readonly name: string; readonly office: string },
  capacity: Capacity,
  source: string,
): Manifest {
  const isSame = (one: Manifest['people'][number]): boolean =>
    one.name === name && one.office === office && one.capacity === capacity;
  if (content.people.some(isSame)) return content;
  const person = { name, office, organisation: null, capacity, sources: [source] };
  return { ...content, people: [...content.people, person] };
}
