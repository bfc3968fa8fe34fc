import type { PartyRole } from '../../domain/edition.ts';
import type { KnownOrganisation, OrganisationFinding, TextConflict } from '../../domain/finding.ts';
import { toSearchForm } from '../../thai/normal-form.ts';
import { linksIn } from './find-places.ts';
import { createNameTrie, type NameTrie } from './name-trie.ts';
import type { PlaceNames } from './place-names.ts';
import type { TextLine } from './text-line.ts';

type Known = KnownOrganisation;

/** อบต., เทศบาล and อบจ.: their own name is that of a place. */
const LOCAL =
  /(?:องค์การบริหารส่วนตำบล|(?<!\.)อบต\.? ?|เทศบาล(?:ตำบล|เมือง|นคร)|(?<![ก-๎.])ท[ตมน]\. ?|องค์การบริหารส่วนจังหวัด|(?<!\.)อบจ\.? ?)/gu;
/** Bodies whose name runs on to the next blank, sign or word that joins sentences. */
const NAMED = /(?:มูลนิธิ|สมาคม|มหาวิทยาลัย|กระทรวง|กรม(?!ธรรม์|การ(?:อำเภอ| ))|สำนักงาน|สำนักข่าว|โรงพยาบาล|สถาบัน)/gu;
const NAME_END = / |[(),;:"“”]|ร่วมกับ|และ|กับ|ได้|โดย|เพื่อ|ที่|ซึ่ง|จัด|ให้|ใน|เป็น|แล้ว|ทั้ง|$/;
const NAME_MAXIMUM = 60;
/** A tambon, a district and a province may stand between two names of a list. */
const JOINT_MAXIMUM = 90;
/** Words after อบต. or เทศบาลตำบล that begin no name. */
const NO_NAME =
  /^(?:ใน|ทุก|และ|ที่|เครือข่าย|ต่าง|หลาย|ทั้ง|ของ|แห่ง|จำนวน|ได้|มี|ให้|เป็น|ซึ่ง|ร่วม|กับ|หรือ|อื่น|ละ|จะ|ก็|เข้า|จัด|ส่ง|ต้อง|\d)/;

/** The role that the words right before a name state. */
const ROLES: readonly (readonly [RegExp, PartyRole])[] = [
  [/(?:ศูนย์จัดการเครือข่าย(?:สุขภาวะชุมชน)?|แม่ข่าย) ?$/, 'hub'],
  [/(?:สนับสนุน(?:งบประมาณ|ทุน|เงิน)?(?:จาก|โดย)|(?:งบประมาณ|ทุน)จาก) ?$/, 'funder'],
  [/เลขานุการ(?:คือ|ได้แก่|โดย)? ?$/, 'secretariat'],
];
const CUE_REACH = 40;
/** The role that the words right after a name state. */
const ROLE_AFTER: readonly (readonly [RegExp, PartyRole])[] = [
  [/^ ?(?:ทำหน้าที่)?เป็น(?:กอง|ฝ่าย|ทีม)?เลขา/, 'secretariat'],
];

type Candidate = {
  readonly from: number;
  readonly to: number;
  readonly slugs: readonly string[];
};

export type OrganisationsFound = {
  readonly findings: readonly OrganisationFinding[];
  readonly conflicts: readonly TextConflict[];
};

/**
 * The bodies that a text names: those of the register under any of their names, and those that only their kind of name
 * shows. A name of several bodies fits one alone when the district and province after it say which.
 */
export function findOrganisations(
  lines: readonly TextLine[],
  text: string,
  { names, bySlug }: OrganisationNames,
  places: PlaceNames,
): OrganisationsFound {
  const conflicts: TextConflict[] = [];
  const findings = lines.flatMap((line, index) => {
    const candidates = candidatesIn(line.form, names, places);
    const roles = rolesOf(candidates, line.form, lines[index - 1]?.form ?? '', places);
    return candidates.map(({ from, to, slugs }, at): OrganisationFinding => {
      const span = line.spanOf(from, to);
      const id = `organisation-${span.start}-${span.end}`;
      const fitting = narrowed(slugs, line.form.slice(to, to + 80), bySlug, places);
      if (fitting.length > 1)
        conflicts.push({ kind: 'several_organisations', findings: [id], spans: [span] });
      const words = text.slice(span.start, span.end);
      const role = roles[at] ?? null;
      return { kind: 'organisation', id, ...span, text: words, repeats: null, slugs: fitting, role };
    });
  });
  return { findings, conflicts };
}

/**
 * What the words around each name say of its role. A role said before a list of three or more holds for all of it; where a
 * form has its question on the line before, that line says it.
 * @param before the line before, for a name that begins its line
 */
function rolesOf(
  candidates: readonly Candidate[],
  form: string,
  before: string,
  places: PlaceNames,
): readonly (PartyRole | null)[] {
  const own = candidates.map(({ from, to }) => {
    const cue = from === 0 ? before.slice(-CUE_REACH) : form.slice(Math.max(0, from - CUE_REACH), from);
    const said = ROLES.find(([pattern]) => pattern.test(cue))?.[1];
    return said ?? ROLE_AFTER.find(([pattern]) => pattern.test(form.slice(to, to + CUE_REACH)))?.[1] ?? null;
  });
  const roles = [...own];
  for (let at = 0; at < roles.length; at += 1) {
    if (own[at] !== null) continue;
    const joint = jointBetween(candidates[at - 1], candidates[at], form, places);
    const isThird = at >= 2 && jointBetween(candidates[at - 2], candidates[at - 1], form, places) === 'list';
    if (joint === 'list' || (joint === 'last' && isThird)) roles[at] = roles[at - 1] ?? null;
  }
  return roles;
}

/** How two names are joined, their places left out: in a `list`, as the `last` of one, or not at all. */
function jointBetween(
  one: Candidate | undefined,
  next: Candidate | undefined,
  form: string,
  places: PlaceNames,
): 'list' | 'last' | null {
  if (!one || !next || next.from - one.to > JOINT_MAXIMUM) return null;
  const between = form.slice(one.to, next.from);
  const words = linksIn(between, places).reduceRight(
    (left, { from, to }) => left.slice(0, from) + left.slice(to),
    between,
  );
  if (/^[ ,]*$/.test(words)) return 'list';
  return /^[ ,]*(?:และ|กับ) ?$/.test(words) ? 'last' : null;
}

/** The bodies of the register, to be looked up by any of their names. */
export type OrganisationNames = {
  readonly names: NameTrie<string>;
  readonly bySlug: ReadonlyMap<string, Known>;
};

export function organisationNamesOf(organisations: readonly Known[]): OrganisationNames {
  const names = createNameTrie<string>();
  for (const { slug, names: all } of organisations) {
    for (const name of all) if (name.length >= 3) names.add(toSearchForm(name), slug);
  }
  return { names, bySlug: new Map(organisations.map((one) => [one.slug, one])) };
}

/** From left to right, the longest name at each spot; what stands inside a name is not looked at again. */
function candidatesIn(form: string, names: NameTrie<string>, places: PlaceNames): readonly Candidate[] {
  const starts = new Map<number, Candidate>();
  for (const { 0: prefix, index } of form.matchAll(LOCAL)) {
    const candidate = localAt(form, index, index + prefix.length, places);
    if (candidate) starts.set(index, candidate);
  }
  for (const { 0: prefix, index } of form.matchAll(NAMED)) {
    const rest = form.slice(index + prefix.length, index + prefix.length + NAME_MAXIMUM);
    const length = rest.search(NAME_END);
    if (length >= 3) starts.set(index, { from: index, to: index + prefix.length + length, slugs: [] });
  }
  const found: Candidate[] = [];
  for (let at = 0; at < form.length; at += 1) {
    const own = mayBegin(form, at) ? names.longestAt(form, at) : null;
    const pattern = starts.get(at);
    const isKnown =
      own !== null &&
      standsAlone(form, at, own.end) &&
      (!pattern || own.end >= pattern.to || pattern.slugs.length === 0);
    const candidate = isKnown ? { from: at, to: own.end, slugs: own.values } : pattern;
    if (!candidate) continue;
    found.push(candidate);
    at = candidate.to - 1;
  }
  return found;
}

const mayBegin = (form: string, at: number): boolean => !/[\u0e40-\u0e44]/.test(form.charAt(at - 1));

/**
 * An abbreviation is not the end of a longer one: พช. is no part of พอช. Letters before it are a word of their own when a
 * vowel comes before them, as in โดยสสส.
 */
function standsAlone(form: string, from: number, to: number): boolean {
  const isShort = to - from <= 6 || form.slice(from, to).includes('.');
  if (!isShort) return true;
  const before = form.slice(Math.max(0, from - 8), from);
  if (/[.a-z0-9]$/.test(before) || /(?:^|[^ก-ฮ\u0e30-\u0e4e])[ก-ฮ]+$/.test(before)) return false;
  return form.charAt(to - 1) === '.' || !/[ก-๎a-z]/.test(form.charAt(to));
}

function localAt(form: string, from: number, at: number, { any }: PlaceNames): Candidate | null {
  const rest = form.slice(at, at + NAME_MAXIMUM);
  if (NO_NAME.test(rest)) return null;
  const place = any.longestAt(form, at);
  if (place) return { from, to: place.end, slugs: [] };
  const written = /^[ก-๎]{2,25}(?=[ ),;]|$)/.exec(rest)?.[0];
  if (written === undefined || /และ|ร่วม|กับ|ได้/.test(written)) return null;
  return { from, to: at + written.length, slugs: [] };
}

/** Of several bodies with one name, those that cover a place where the words after it say. */
function narrowed(
  slugs: readonly string[],
  after: string,
  bySlug: ReadonlyMap<string, Known>,
  places: PlaceNames,
): readonly string[] {
  if (slugs.length < 2) return slugs;
  const around: { readonly to: number; readonly places: readonly { readonly code: string }[] }[] = [];
  for (const link of linksIn(after, places)) {
    if (link.from - (around.at(-1)?.to ?? 0) > 2) break;
    around.push(link);
  }
  if (around.length === 0) return slugs;
  const fitting = slugs.filter((slug) =>
    around.every((link) =>
      link.places.some(({ code }) => bySlug.get(slug)?.covers.some((covered) => covered.startsWith(code))),
    ),
  );
  return fitting.length > 0 ? fitting : slugs;
}
