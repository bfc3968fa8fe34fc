/** The part of citation-js that tests read citations back with; the packages bring no types. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(
        text: string,
        options: { readonly generateGraph: boolean; readonly forceType: string },
      ): readonly Record<string, unknown>[];
    };
  };
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-ris' {}
