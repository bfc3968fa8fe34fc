import type { Connection } from '../../../db/connection.ts';
import { findTitles } from '../../../db/relations.ts';
import { documentType } from '../../catalogue/index.ts';
import type { Manifest } from '../../domain/edition.ts';
import type { FieldProblem } from '../../domain/errors.ts';
import { checkNumbering } from '../../domain/numbering/check-numbering.ts';
import { outlinedParts } from '../../domain/numbering/outlined-part.ts';
import {
  type Advice,
  findMissing,
  findPersonalDataIn,
  findStrayWordings,
  findUnfinished,
  type LocatedDatum,
} from '../../domain/publishing-checks.ts';
import { isSlug, isWorkType, type WorkName } from '../../domain/work.ts';
import { renderBody } from '../../render/render-markdown.ts';
import { urlKindOf } from '../../render/safe-url.ts';
import { problemsOf } from './known-references.ts';

/** What stands in the way of publishing a text, and what may stay only after somebody has looked at it. */
export type Obstacles = {
  readonly problems: readonly FieldProblem[];
  readonly personalData: readonly LocatedDatum[];
};

/** Checks a manifest as it would be published. */
export async function obstaclesOf(connection: Connection, manifest: Manifest): Promise<Obstacles> {
  const empty = manifest.body === '' ? [{ field: 'body', reason: 'required' } as const] : [];
  return {
    problems: [...empty, ...(await problemsOf(connection, manifest))],
    personalData: findPersonalDataIn(manifest),
  };
}

/** The obstacles that are left when personal data was looked at and may stay for a reason. */
export const unsettled = (
  { problems, personalData }: Obstacles,
  reason: string | null,
): readonly FieldProblem[] =>
  personalData.length > 0 && reason === null
    ? [...problems, { field: 'personalData', reason: 'personal_data' }]
    : problems;

/** What an officer should look at before publishing, and may leave as it is. */
export async function adviceOf(connection: Connection, manifest: Manifest): Promise<readonly Advice[]> {
  const { provisions, starts } = renderBody(manifest.body);
  const numbering = checkNumbering(outlinedParts(provisions, starts));
  const eids = new Set(provisions.map(({ eid }) => eid));
  const targets = linksIn(manifest.body);
  const titles = await findTitles(
    connection,
    targets.flatMap((target) => workAt(target) ?? []),
  );
  const isDead = (target: string): boolean => {
    if (target.startsWith('#')) return !eids.has(target.slice(1));
    const work = workAt(target);
    const isItself = work?.type === manifest.type && work.slug === manifest.slug;
    return work !== null && !isItself && !titles.has(`${work.type}/${work.slug}`);
  };
  return [
    ...findUnfinished(manifest).map((place) => ({ kind: 'unfinished', place }) as const),
    ...numbering.map((problem) => ({ kind: 'numbering', problem }) as const),
    ...findStrayWordings(manifest, provisions),
    ...targets.filter(isDead).map((target) => ({ kind: 'dead_link', target }) as const),
    ...targets
      .filter((target) => urlKindOf(encodeURI(target)) === null)
      .map((target) => ({ kind: 'bad_link', target }) as const),
    ...findMissing(manifest, documentType(manifest.type).fields),
  ];
}

/** The targets of the links of a Markdown text, each once. */
const linksIn = (body: string): readonly string[] => [
  ...new Set([...body.matchAll(/\]\(\s*<?([^\s)>]+)/g)].map((match) => match[1] ?? '')),
];

/** The work that a path of this site leads to; null for any other link. */
function workAt(target: string): WorkName | null {
  const [, type = '', slug = ''] = /^\/([a-z]+)\/([a-z0-9-]+)(?=[/?#]|$)/.exec(target) ?? [];
  return isWorkType(type) && isSlug(slug) ? { type, slug } : null;
}
