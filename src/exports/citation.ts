import { documentType } from '../catalogue/index.ts';
import type { Manifest } from '../domain/edition.ts';
import { givenValue } from '../domain/fact.ts';
import { dayInThailand } from '../domain/iso-date.ts';
import type { Provision } from '../domain/provision.ts';
import { siteName } from '../i18n/navigation.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { withUsualSpaces } from '../thai/no-break.ts';
import type { WrittenDate } from '../thai/written-date.ts';
import { type EditionExport, oneLine, permanentAddress } from './edition-export.ts';

/** The register as a publisher is named. */
export const registerName = `ทะเบียน${siteName}`;

/** Year, month and day of the common era, as many of the three as are known. */
export type DateParts = readonly [number, ...number[]];

/** What all forms of citing say; every text is one line. Who wrote the text is not stated, so no author is named. */
export type Citation = {
  /** ASCII; names the edition among all. */
  readonly id: string;
  readonly title: string;
  /** As printed; when nothing is printed, the register's running number in words. */
  readonly edition: string;
  readonly number: number;
  /** When the edition was adopted: first and last part; null when no date is given. */
  readonly issued: readonly [DateParts] | readonly [DateParts, DateParts] | null;
  readonly registeredOn: DateParts;
  readonly address: string;
  readonly sha256: string;
};

/** What citing an edition takes. */
export type Citable = Pick<EditionExport, 'publishedAt' | 'sha256' | 'origin'> & {
  readonly manifest: Pick<Manifest, 'type' | 'slug' | 'edition' | 'title' | 'label' | 'adopted'>;
};

export function citationOf(edition: Citable): Citation {
  const { manifest, publishedAt, sha256 } = edition;
  const adopted = givenValue(manifest.adopted);
  return {
    id: `tammanoon-${manifest.type}-${manifest.slug}-${manifest.edition}`,
    title: oneLine(manifest.title),
    edition: oneLine(givenValue(manifest.label) ?? inRegister(manifest.edition)),
    number: manifest.edition,
    issued: adopted === null ? null : issuedOf(adopted),
    registeredOn: partsOf(dayInThailand(publishedAt)),
    address: permanentAddress(edition),
    sha256,
  };
}

/**
 * The Thai form: title. edition. date. register. address. short SHA-256. Without a date it says ไม่ปรากฏวันที่,
 * as Thai reference lists do.
 */
export function thaiCitation(edition: Citable): string {
  const { manifest } = edition;
  const { title, edition: printed, address, sha256 } = citationOf(edition);
  const adopted = givenValue(manifest.adopted);
  const isPrinted = manifest.label.kind === 'given';
  const parts = [
    title,
    isPrinted ? `${printed} (${inRegister(manifest.edition)})` : printed,
    adopted === null
      ? 'ไม่ปรากฏวันที่'
      : `${documentType(manifest.type).adoptedLabel} ${formatWrittenDate(adopted)}`,
    registerName,
    address,
    `SHA-256 ${sha256.slice(0, 12)}`,
  ];
  return withUsualSpaces(`${parts.join('. ')}.`);
}

/** The Thai form of one provision: its name before the text it stands in, and its own permanent address. */
export function provisionCitation(
  edition: Citable,
  { label, heading, eid }: Pick<Provision, 'label' | 'heading' | 'eid'>,
): string {
  // The label of a heading without a number is the heading.
  const parts = label === heading ? [label] : [label, heading];
  const name = oneLine(parts.filter((part) => part !== null && part !== '').join(' '));
  return citationIn(edition, name, eid);
}

/** The Thai form of something in an edition that has a name and a place of its own, such as a file. */
export function citationIn(edition: Citable, name: string, eid: string): string {
  const address = permanentAddress(edition);
  return `${name}. ใน ${thaiCitation(edition).replace(address, `${address}#${eid}`)}`;
}

const inRegister = (number: number): string => `ฉบับลำดับที่ ${number} ในทะเบียน`;

/** A fiscal year counts as the year it ends in; its first and last day are not when anything was issued. */
function issuedOf({ start, end, precision }: WrittenDate): NonNullable<Citation['issued']> {
  if (precision === 'fiscal_year') return [partsOf((end ?? start).slice(0, 4))];
  return end === null ? [partsOf(start)] : [partsOf(start), partsOf(end)];
}

function partsOf(iso: string): DateParts {
  const [year = 0, ...rest] = iso.split('-').map(Number);
  return [year, ...rest];
}
