/** The two editions that `a..b` names; null when it is written in any other way. */
export function pairOf(text: string): { readonly a: number; readonly b: number } | null {
  const match = /^(0|[1-9]\d{0,5})\.\.(0|[1-9]\d{0,5})$/.exec(text);
  return match ? { a: Number(match[1]), b: Number(match[2]) } : null;
}
