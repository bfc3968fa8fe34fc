import type { KnownPlace, PlaceFinding, TextConflict } from '../../domain/finding.ts';
import type { PlaceNames } from './place-names.ts';
import type { TextLine } from './text-line.ts';

const PREFIX =
  /(?<tambon>ตำบล|แขวง|(?<![ก-๎a-z.])ต\.) ?|(?<district>กิ่งอำเภอ|อำเภอ|เขต|(?<![ก-๎a-z.])อ\.) ?|(?<province>จังหวัด|(?<![ก-๎a-z.])จ\.) ?|(?<bangkok>กรุงเทพมหานคร|กรุงเทพฯ|กทม\.)/gu;

type Level = KnownPlace['level'];
const levels: readonly Level[] = ['tambon', 'district', 'province'];

/** A place as one word group names it, before the groups after it are looked at. */
type Link = {
  readonly level: Level;
  readonly from: number;
  readonly to: number;
  readonly places: readonly KnownPlace[];
};

export type PlacesFound = {
  readonly findings: readonly PlaceFinding[];
  readonly conflicts: readonly TextConflict[];
};

/**
 * The places that a text names with their level ("ตำบลไผ่", "อ.เมือง จ.พะเยา"), each with every official code that fits
 * the whole of what it says. A name alone is no place: too many words are names of tambons.
 */
export function findPlaces(lines: readonly TextLine[], text: string, names: PlaceNames): PlacesFound {
  const findings: PlaceFinding[] = [];
  const conflicts: TextConflict[] = [];
  for (const line of lines) {
    for (const chain of chainsOf(linksIn(line.form, names))) {
      const codes = codesOf(chain);
      const [first, last] = [nameEnds(line.form, chain[0]) ? chain[1] : chain[0], chain.at(-1)];
      if (!first || !last || (codes.length === 0 && chain.length === 1)) continue;
      if (chain.length === 1 && isPlainWord(line.form, first)) continue;
      const span = line.spanOf(first.from, last.to);
      const id = `place-${span.start}-${span.end}`;
      const words = text.slice(span.start, span.end);
      findings.push({ kind: 'place', id, ...span, text: words, repeats: null, codes });
      const kind = codes.length === 0 ? 'unknown_place' : 'several_places';
      if (codes.length !== 1) conflicts.push({ kind, findings: [id], spans: [span] });
    }
  }
  return { findings, conflicts };
}

/** Every prefixed name of a line, with the places called so. */
export function linksIn(form: string, { byLevel }: PlaceNames): readonly Link[] {
  const links: Link[] = [];
  for (const { 0: prefix, index, groups = {} } of form.matchAll(PREFIX)) {
    const at = index + prefix.length;
    if (groups['bangkok'] !== undefined) {
      const bangkok = byLevel.province.longestAt('กรุงเทพมหานคร', 0);
      links.push({ level: 'province', from: index, to: at, places: bangkok?.values ?? [] });
      continue;
    }
    const level = levels.find((one) => groups[one] !== undefined) ?? 'province';
    const found = byLevel[level].longestAt(form, at);
    if (found) links.push({ level, from: index, to: found.end, places: found.values });
    else {
      const written = /^[ก-๎]{2,30}(?= |$|[),;])/.exec(form.slice(at, at + 40))?.[0];
      if (written !== undefined) links.push({ level, from: index, to: at + written.length, places: [] });
    }
  }
  return links;
}

/** Names of tambons that are plain words behind ตำบล: "ตำบลขยาย" is one more tambon unless a district says otherwise. */
const PLAIN_WORDS = /^(?:ขยาย|ใหม่|กลาง|เหนือ|ใต้)$/;

const isPlainWord = (form: string, { level, from, to }: Link): boolean =>
  level === 'tambon' && PLAIN_WORDS.test(form.slice(from, to).replace(PREFIX, ''));

/** The tambon in a body's name (องค์การบริหารส่วนตำบลไผ่ อำเภอ…) says where, but its words belong to the body. */
const nameEnds = (form: string, link: Link | undefined): boolean =>
  link !== undefined && /(?:ส่วน|เทศบาล)$/.test(form.slice(Math.max(0, link.from - 8), link.from));

/** Links that follow one another from the smaller to the larger. */
function chainsOf(links: readonly Link[]): readonly (readonly Link[])[] {
  const chains: Link[][] = [];
  for (const link of links) {
    const before = chains.at(-1)?.at(-1);
    const isNext =
      before !== undefined &&
      link.from - before.to <= 2 &&
      link.from >= before.to &&
      levels.indexOf(link.level) > levels.indexOf(before.level);
    if (isNext) chains.at(-1)?.push(link);
    else if (before === undefined || link.from >= before.to) chains.push([link]);
  }
  return chains;
}

/** The codes of the smallest place that lie in all the larger ones. */
export function codesOf(chain: readonly Link[]): readonly string[] {
  const [smallest, ...larger] = chain;
  if (!smallest) return [];
  return smallest.places
    .map(({ code }) => code)
    .filter((code) => larger.every(({ places }) => places.some((place) => code.startsWith(place.code))))
    .sort();
}
