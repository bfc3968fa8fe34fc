/** What a reference is called, and where it leads; null when it leads nowhere. */
export type Named = { readonly text: string; readonly href: string | null };

/** What the references in facts are called; each answers the reference itself when it knows no name. */
export type FactNames = {
  readonly organisation: (slug: string) => Named;
  /** @param reference `type/slug` or `type/slug#eid` */
  readonly work: (reference: string) => Named;
  /** Of the edition's own text. */
  readonly provision: (eid: string) => Named;
};

/** For facts that hold no references. */
export const noNames: FactNames = {
  organisation: (text) => ({ text, href: null }),
  work: (text) => ({ text, href: null }),
  provision: (text) => ({ text, href: null }),
};
