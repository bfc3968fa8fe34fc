import type { Manifest } from '../domain/edition.ts';

/** What an edition is called: as printed, else by its number in the register. */
export function editionName({ label, edition }: Pick<Manifest, 'label' | 'edition'>): string {
  return label.kind === 'given' ? label.value : `ฉบับลำดับที่ ${edition} ในทะเบียน`;
}
