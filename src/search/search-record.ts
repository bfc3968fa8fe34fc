/** One provision (or the part before the first provision, `eid` '') of an edition, as plain text. */
export type SearchSection = {
  readonly eid: string;
  readonly label: string;
  readonly heading: string;
  readonly text: string;
};

/**
 * One published edition as search sees it. The register supplies these; search never reads a database.
 * All texts are display texts, as written: normalising is the business of the index.
 */
export type SearchRecord = {
  /** The permanent address of the edition, for example `/charters/san-pa-muang/editions/1`. */
  readonly url: string;
  readonly workPath: string;
  readonly isCurrent: boolean;
  readonly title: string;
  readonly type: string;
  readonly typeLabel: string;
  readonly editionLabel: string;
  readonly placeLine: string;
  readonly provinces: readonly string[];
  /** Buddhist-era year in Arabic digits, or null when the edition has no date. */
  readonly year: string | null;
  readonly provenance: 'documented' | 'model' | 'test';
  /** Words found with the record though not part of its body: aliases, English names, abbreviations, facts. */
  readonly keywords: string;
  readonly sections: readonly SearchSection[];
};

/** The facets of a search, named as the visitor reads them. */
export const facetNames = ['ประเภท', 'จังหวัด', 'ปี', 'ฉบับ', 'ที่มา'] as const;
export type FacetName = (typeof facetNames)[number];

/** The values of the facet ที่มา. */
export const provenanceLabels = {
  documented: 'เอกสารจริง',
  model: 'แม่แบบ',
  test: 'ข้อมูลทดสอบ',
} as const;

/** The facet values of one record, in plain Thai. */
export function facetsOf(record: SearchRecord): Readonly<Record<FacetName, readonly string[]>> {
  return {
    ประเภท: [record.typeLabel],
    จังหวัด: record.provinces,
    ปี: record.year === null ? [] : [record.year],
    ฉบับ: [record.isCurrent ? 'ปัจจุบัน' : 'ก่อนหน้า'],
    ที่มา: [provenanceLabels[record.provenance]],
  };
}
