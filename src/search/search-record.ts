import type { SearchRecord } from '../domain/search-record.ts';

export type { SearchRecord, SearchSection } from '../domain/search-record.ts';

/** The facets of a search, named as the visitor reads them. */
export const facetNames = ['ประเภท', 'จังหวัด', 'ปี', 'ฉบับ', 'ที่มา'] as const;
export type FacetName = (typeof facetNames)[number];

/** The values of the facet ที่มา. */
export const provenanceLabels = {
  documented: 'เอกสารจริง',
  model: 'แม่แบบ',
  test: 'ข้อมูลทดสอบ',
} as const;

/** The values of the facet ฉบับ. */
export const editionFacetLabels = { current: 'ปัจจุบัน', older: 'ก่อนหน้า' } as const;

/** The facet values of one record, in plain Thai. */
export function facetsOf(
  record: Pick<SearchRecord, 'typeLabel' | 'provinces' | 'year' | 'isCurrent' | 'provenance'>,
): Readonly<Record<FacetName, readonly string[]>> {
  return {
    ประเภท: [record.typeLabel],
    จังหวัด: record.provinces,
    ปี: record.year === null ? [] : [record.year],
    ฉบับ: [editionFacetLabels[record.isCurrent ? 'current' : 'older']],
    ที่มา: [provenanceLabels[record.provenance]],
  };
}
