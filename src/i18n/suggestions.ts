/** What kinds of pages are called above the suggestions of a search field. */
export const suggestionGroups = { place: 'พื้นที่', work: 'เอกสาร', topic: 'หัวข้อ' } as const;
