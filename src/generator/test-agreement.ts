import type { Claim, Commitment, Manifest, Party } from '../domain/edition.ts';
import { type Fact, given, notStated } from '../domain/fact.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import { phrasesOfCommitments } from './phrases.ts';
import type { Random } from './random.ts';
import { organisationsFor, testOrganisationSlug } from './test-organisations.ts';

const isBig = (index: number): boolean => index % 100 === 0;

/** How many local governments a test agreement has: forty-odd, and six hundred in every hundredth. */
const partiesOf = (index: number): number => (isBig(index) ? 600 : 42);

/** Pieces of evidence for each of its commitments. */
export const evidenceOf = (index: number): number => (isBig(index) ? 60 : 10);

export const commitmentsPerAgreement = 20;

/** The day on which every test agreement was signed. */
export const signedOn = '2020-06-01';
const joinedOn = ['2021-01-15', '2021-07-01', '2022-03-10'] as const;
const leftOn = ['2023-02-01', '2024-05-20'] as const;

/** Numbers of the local governments of a test agreement, its hub first; they follow one another. */
export function partyNumbers(index: number, works: number): readonly number[] {
  const all = organisationsFor(works);
  const first = (index * 37) % all;
  const size = Math.min(partiesOf(index), all - 1);
  return Array.from({ length: size }, (_, offset) => ((first + offset) % all) + 1);
}

/**
 * A generated agreement with its parties, the number that a source claims of them, and its commitments.
 * @param index of the agreement among the agreements
 * @param works how many works the register gets
 */
export function withPromises(manifest: Manifest, index: number, works: number, random: Random): Manifest {
  const numbers = partyNumbers(index, works);
  return {
    ...manifest,
    adopted: given(dayOf(signedOn)),
    parties: [
      ...numbers.map((number, position) => partyOf(number, position)),
      supporter('test-funder', 'funder'),
      supporter('test-academic-centre', 'academic_centre'),
    ],
    claims: [claimOf(numbers.length + (index % 3) * 5)],
    commitments: Array.from({ length: commitmentsPerAgreement }, (_, position) =>
      commitmentOf(position, random),
    ),
  };
}

/** Most signed, one in five joined later, one in twelve left again. */
function partyOf(number: number, position: number): Party {
  const joined = position % 5 === 4;
  const on = joined ? (joinedOn[position % joinedOn.length] ?? signedOn) : signedOn;
  const leaves = position % 12 === 7;
  return {
    organisation: testOrganisationSlug(number),
    role: position === 0 ? 'hub' : 'member',
    note: null,
    actions: [
      { kind: joined ? 'join' : 'sign', date: given(dayOf(on)) },
      ...(leaves
        ? [{ kind: 'withdraw' as const, date: given(dayOf(leftOn[position % leftOn.length] ?? signedOn)) }]
        : []),
    ],
    sources: [],
  };
}

const supporter = (organisation: string, role: Party['role']): Party => ({
  ...{ organisation, role, note: null, actions: [], sources: [] },
});

const claimOf = (value: number): Claim => ({
  property: 'parties',
  value,
  unit: 'อปท.',
  textAsWritten: `${value} อปท.`,
  roles: ['hub', 'member'],
  note: null,
  sources: [],
});

const scopes: readonly Commitment['scope'][] = [
  ['network'],
  ['each_party'],
  ['network', 'each_party'],
  ['each_place'],
  ['national'],
];

export const commitmentId = (position: number): string => `test-${String(position + 1).padStart(2, '0')}`;

function commitmentOf(position: number, random: Random): Commitment {
  const { metric, unit, domain } = random.pick(phrasesOfCommitments);
  const value = 1 + random.below(position % 5 === 1 ? 2 : 12);
  return {
    id: commitmentId(position),
    metric,
    comparator: position % 7 === 6 ? 'exactly' : 'at_least',
    value,
    unit,
    scope: scopes[position % scopes.length] ?? ['network'],
    per: position % 10 === 5 ? 'be_year' : null,
    due: dueOf(position),
    period: null,
    domain,
    provision: null,
    textAsWritten: `${metric}ทดสอบ ไม่น้อยกว่า ${value} ${unit}`,
    sources: [],
  };
}

const dueOf = (position: number): Fact<WrittenDate> =>
  position % 3 === 0 ? given(dayOf(`${2022 + (position % 7)}-09-30`)) : notStated;

/** A day as a date of the register. */
export const dayOf = (start: string): WrittenDate => ({
  ...{ start, end: null, precision: 'day', textAsWritten: null, isInferred: false },
});
