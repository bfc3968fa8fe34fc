/** Words of official names that dictionaries of line breakers cut in two, longest first. */
const WHOLE = new RegExp(
  [
    'องค์การบริหารส่วน(?:ตำบล|จังหวัด)',
    'องค์กรปกครองส่วนท้องถิ่น',
    'ภาคตะวันออกเฉียงเหนือ',
    'เทศบาล(?:ตำบล|เมือง|นคร)',
    'เครือข่าย',
    'ข้อตกลง',
  ].join('|'),
  'g',
);

/** A piece of a name; no line may end inside a `isWhole` one. Joined, the pieces are the name again. */
export type NamePiece = { readonly text: string; readonly isWhole: boolean };

/** Divides an official name so that องค์การบริหารส่วนตำบล, เครือข่าย and their like stay on one line. */
export function officialNamePieces(name: string): readonly NamePiece[] {
  const pieces: NamePiece[] = [];
  let at = 0;
  for (const { 0: text, index } of name.matchAll(WHOLE)) {
    if (index > at) pieces.push({ text: name.slice(at, index), isWhole: false });
    pieces.push({ text, isWhole: true });
    at = index + text.length;
  }
  if (at < name.length) pieces.push({ text: name.slice(at), isWhole: false });
  return pieces;
}
