import { escapeMarkup } from '../domain/escape-markup.ts';

const ANCHOR = /<a class="anchor" href="[^"#]*#([a-z0-9-]+)"[^>]*><span aria-hidden="true">#<\/span><\/a>/g;

/** A link beside the anchor of a provision; `about` is said to those who listen. */
export type ProvisionLink = { readonly href: string; readonly text: string; readonly about: string };

/**
 * The HTML of `renderBody` with a quiet link behind the anchor of each provision that has one.
 * @param linkOf null for a provision without a link
 */
export const withProvisionLinks = (html: string, linkOf: (eid: string) => ProvisionLink | null): string =>
  html.replace(ANCHOR, (anchor, eid: string) => {
    const link = linkOf(eid);
    if (link === null) return anchor;
    const { href, text, about } = link;
    return `${anchor}<a class="of-provision" href="${escapeMarkup(href)}">${escapeMarkup(text)}<span class="visually-hidden"> ${escapeMarkup(about)}</span></a>`;
  });
