import type { FoundHere } from '../../domain/found-place.ts';
import type { Provision } from '../../domain/provision.ts';
import type { Hit } from '../../search/hit.ts';
import { type FoundPlace, placesFound } from '../../search/places-found.ts';
import type { Alternative, Query } from '../../search/query.ts';
import type { SearchRecord } from '../../search/search-record.ts';

/**
 * Where in an edition something of what was searched stands, and which words of it.
 * @param outline the numbered parts of the edition
 */
export function foundHere(
  record: SearchRecord,
  hit: Hit,
  outline: readonly Omit<Provision, 'text'>[],
  query: Pick<Query, 'whole'>,
): readonly FoundHere[] {
  const alternatives = hit.foundIn(hit.page);
  const byEid = new Map(outline.map((part) => [part.eid, part]));
  const phrases = alternatives.map(({ phrase }) => phrase);
  return placesFound(record, phrases).map((place) => {
    const standing = alternatives.filter((_, number) => place.phrases.has(number));
    return { ...whereIs(place, byEid), text: place.text, ...wordsOf(standing, query) };
  });
}

function whereIs(
  { kind, section, text }: FoundPlace,
  outline: ReadonlyMap<string, Omit<Provision, 'text'>>,
): Pick<FoundHere, 'kind' | 'eid' | 'provision' | 'heading'> {
  const nowhere = { eid: null, provision: null, heading: null };
  if (kind !== 'section') return { kind, ...nowhere };
  if (section === null || section.eid === '') return { kind: 'preface', ...nowhere };
  const { eid, heading } = section;
  const part = outline.get(eid);
  return part === undefined
    ? { kind: 'file', eid, provision: null, heading }
    : { kind: 'provision', eid, provision: { ...part, text }, heading: null };
}

/** What was typed comes as its words, or as one run where all of it stands as one. */
function wordsOf(
  standing: readonly Alternative[],
  { whole }: Pick<Query, 'whole'>,
): Pick<FoundHere, 'words' | 'otherWords'> {
  const typed = standing.filter(({ kind }) => kind === 'typed');
  const run = typed.filter((alternative) => whole.includes(alternative));
  const others = standing.filter(({ kind }) => kind !== 'typed');
  return { words: writtenOnce(run.length > 0 ? run : typed), otherWords: writtenOnce(others) };
}

const writtenOnce = (alternatives: readonly Alternative[]): readonly string[] => [
  ...new Set(alternatives.map(({ written }) => written)),
];
