import type { Header } from './security-headers.ts';

/** A whole answer in memory, before it is compressed and sent. Header names are as the maker wrote them. */
export type Answer = {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
};

/** The first value of a header, by a name in lower case. */
export function headerOf(answer: Answer, lowerName: string): string | undefined {
  return answer.headers.find(([name]) => name.toLowerCase() === lowerName)?.[1];
}

const textType =
  /^(text\/|application\/(javascript|json|xml|manifest\+json|[a-z.+-]+\+(json|xml))|image\/svg\+xml)/i;

/** Is this content type text, and so worth compressing and in need of a charset? */
export function isText(contentType: string): boolean {
  return textType.test(contentType);
}

/** The content type with `charset=utf-8` when it is text and names none. */
export function withCharset(contentType: string): string {
  return isText(contentType) && !/;\s*charset=/i.test(contentType)
    ? `${contentType}; charset=utf-8`
    : contentType;
}
