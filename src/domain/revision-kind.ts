/** How a version of a draft came about; `opened` is the first of a draft, `autosaved` is what saved itself. */
export const revisionKinds = ['opened', 'saved', 'autosaved', 'merged', 'restored', 'imported'] as const;
export type RevisionKind = (typeof revisionKinds)[number];
