/** What a component says of itself in its source. */
export type ComponentDescription = {
  /** The docstring before `interface Props`, or the first of a component without props; null when it has none. */
  readonly purpose: string | null;
  readonly props: readonly {
    readonly name: string;
    readonly isOptional: boolean;
    /** The type as written; `{…}` for one that is written over several lines. */
    readonly type: string;
    /** The docstring of the prop; null when it has none. */
    readonly meaning: string | null;
  }[];
};

const BLOCK = /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*)?^interface Props \{\n([\s\S]*?)^\}/m;
const FIRST = /^---\n\/\*\*((?:(?!\*\/)[\s\S])*)\*\//;
const MEMBER = /(?: {2}\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\n)?^ {2}(\w+)(\?)?: (.*)$/gm;

/** Reads purpose and props from the source of a component, formatted as Biome does. */
export function describeComponent(source: string): ComponentDescription {
  const [, doc, body = ''] = BLOCK.exec(source) ?? [];
  const props = [...body.matchAll(MEMBER)].map(([, meaning, name = '', optional, type = '']) => ({
    name,
    isOptional: optional !== undefined,
    type: shortType(type),
    meaning: oneLine(meaning),
  }));
  return { purpose: oneLine(doc ?? FIRST.exec(source)?.[1]), props };
}

const oneLine = (doc: string | undefined): string | null =>
  doc === undefined
    ? null
    : doc
        .replace(/^\s*\*/gm, '')
        .replace(/\s+/g, ' ')
        .trim();

const shortType = (type: string): string =>
  type.endsWith('{') ? `${type}…}` : type.replace(/;$/, '').replace(/^readonly /, '');
