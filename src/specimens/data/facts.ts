import { formOf } from '../../facts/apply-section.ts';
import type { FactsForm } from '../../facts/facts-form.ts';
import type { FormChoices } from '../../facts/form-choices.ts';
import { dates } from '../../facts/sections/dates.ts';
import { parties } from '../../facts/sections/parties.ts';
import { tellForm } from '../../facts/tell-form.ts';
import { testDraftContent } from './desk.ts';

const foundOrganisations = [{ value: 'test-sao', label: 'องค์การบริหารส่วนตำบลทดสอบเหนือ (อบต.ทดสอบเหนือ)' }];

export const testChoices: FormChoices = {
  nameOf: (_kind, code) => (code.startsWith('test-') ? `หน่วยงานทดสอบ ${code}` : code),
  sources: testDraftContent.sources.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
  topics: [{ title: 'ชุดหัวข้อทดสอบ', terms: [{ value: 'test/one', label: 'หัวข้อทดสอบ' }] }],
  provisions: [{ value: 'cl-1', label: 'ข้อ 1 ข้อทดสอบ' }],
  provisionTexts: new Map([['cl-1', 'น้ำทดสอบ\nทุกบ้านทำเรื่องทดสอบไม่น้อยกว่า ๖ เรื่อง']]),
  provisionsOf: new Map(),
  found: new Map([
    ['people.0.organisation', { text: 'ทดสอบ', things: foundOrganisations }],
    ['possiblePlaces', { text: 'ทดสอบ', things: [] }],
  ]),
  uses: new Map([['report', ['ภาคี 1']]]),
};

export const testFactsForm: FactsForm = {
  fields: parties.fields(testDraftContent),
  typed: new Map([
    ...formOf(parties, testDraftContent),
    ['effective', '๑๕-๑๖ พฤษภาคม พ.ศ.๒๕๖๐'],
    ['reviewDue', ''],
    ['reviewDue~state', 'unknown'],
    ['reviewDue~note', 'หมายเหตุทดสอบ'],
    ['commitments.0.scope~in.network', 'on'],
    ['people.0.organisation', 'test-institute'],
    ['people.0.organisation~find', 'ทดสอบ'],
    ['possiblePlaces~find', 'ทดสอบ'],
    ['claims.0~is', '1'],
    ['claims.0.textAsWritten', '54 แห่งทดสอบ'],
    ['relations.0~is', '1'],
    ['relations.0~gone', '1'],
    ['relations.0.note', 'ความเกี่ยวข้องทดสอบ'],
    ['relations.1~is', '1'],
    ['relations.1.note', 'ความเกี่ยวข้องทดสอบที่สอง'],
    ['sources.0.url', 'example.org'],
  ]),
  problems: [
    { field: 'sources.0.url', reason: 'bad_link', found: 'example.org' },
    { field: 'commitments.0.scope', reason: 'required' },
  ],
  choices: testChoices,
  here: '/about/components',
  opened: '',
};

export const testToldFields = tellForm(
  dates.fields(testDraftContent),
  formOf(dates, testDraftContent),
  testChoices,
);
