import { documentType } from '../../catalogue/index.ts';
import type { EditionView } from '../../components/edition-view.ts';
import { type Fact, given } from '../../domain/fact.ts';
import type { FactValue, Row } from '../../domain/fact-value.ts';
import { dateOf } from './edition.ts';
import { testPage } from './edition-page.ts';
import { testSao } from './places.ts';

const rows = (...entries: readonly Row[]): Fact<FactValue> => given(entries);
const silent = (note: string): Fact<FactValue> => ({ kind: 'not_stated', note });
const people = (amount: number) => given({ amount, unit: 'คน', textAsWritten: null });

export const projectWording = documentType('projects');
export const caseWording = documentType('cases');

/** A test project with every kind of report, a visit, ticked types and formats without a tick. */
export const testProjectPage: EditionView = {
  ...testPage,
  work: { type: 'projects', slug: 'test-project' },
  networks: [{ slug: 'test-network', kind: 'programme', name: 'โครงการทดสอบของเครือข่าย' }],
  manifest: {
    ...testPage.manifest,
    type: 'projects',
    slug: 'test-project',
    title: 'โครงการทดสอบ',
    parties: [
      { organisation: testSao.slug, role: 'owner', note: null, actions: [], sources: [] },
      { organisation: testSao.slug, role: 'monitor', note: null, actions: [], sources: [] },
    ],
    facts: {
      owner: given('องค์กรทดสอบ'),
      alignedGoals: given(['เป้าประสงค์ทดสอบหนึ่ง', 'เป้าประสงค์ทดสอบสอง']),
      goals: silent('หัวข้อนี้ว่างเพื่อทดสอบ'),
      targetGroups: rows(
        { label: given('ผู้สูงอายุทดสอบ'), planned: people(40), attended: people(35) },
        { label: given('เด็กทดสอบ'), planned: people(20) },
      ),
      formats: silent('ไม่มีเครื่องหมายเพื่อทดสอบ'),
      activityTypes: given({ codes: ['surveys', 'evaluation'] }),
      areas: rows({ province: given('จังหวัดทดสอบ'), tambon: silent('ช่องว่าง') }),
      budget: given({ amount: 1000, unit: 'บาท', textAsWritten: '๑,๐๐๐ บาท' }),
      reports: rows(
        { name: given('งวดที่ 1'), due: given(dateOf('2024-03-31')), submitted: given(dateOf('2024-03-30')) },
        {
          name: given('งวดที่ 2'),
          due: given(dateOf('2024-06-30')),
          submitted: given(dateOf('2024-07-10')),
          lateReason: given('น้ำท่วมเพื่อทดสอบ'),
          support: given('เลื่อนกิจกรรมเพื่อทดสอบ'),
        },
        { name: given('งวดที่ 3'), due: given(dateOf('2024-11-30')) },
        { name: given('งวดที่ 4'), due: given(dateOf('2025-01-20')) },
        { name: given('งวดสุดท้าย') },
      ),
      visits: rows({
        date: given(dateOf('2024-05-15')),
        organisation: given({ organisation: testSao.slug }),
        seen: given('กิจกรรมทดสอบครบ'),
        risk: given('คนร่วมน้อยเพื่อทดสอบ'),
      }),
    },
  },
};

/** A test case whose result is not known yet. */
export const testCasePage: EditionView = {
  ...testPage,
  work: { type: 'cases', slug: 'test-case' },
  spread: { adopters: 2, hops: 2 },
  manifest: {
    ...testPage.manifest,
    type: 'cases',
    slug: 'test-case',
    title: 'กรณีตัวอย่างทดสอบ',
    facts: {
      problem: given('ปัญหาทดสอบ'),
      buildingBlocks: given(['ทำสิ่งทดสอบหนึ่ง', 'ทำสิ่งทดสอบสอง']),
      results: { kind: 'unknown', note: 'ยังไม่ได้วัดเพื่อทดสอบ' },
      expected: rows({ what: given('ผลทดสอบ'), by: given(dateOf('2026-12')), when: given('วัดรอบถัดไปเสร็จ') }),
      contactOffice: given('หน่วยงานทดสอบ'),
    },
  },
};
