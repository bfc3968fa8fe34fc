import { coverageDocument, coverageShape } from '../../exports/coverage-json.ts';
import { tellCoverage } from '../../registry/tell-coverage.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { asOfParameter } from '../usual-parameters.ts';

export const getCoverage = operation({
  id: 'getCoverage',
  address: '/coverage',
  tag: 'register',
  th: 'ทะเบียนมีอะไรและยังไม่มีอะไร รายจังหวัด ประเภท ระดับหลักฐาน และข้อเท็จจริง',
  en: 'What the register has and has not: by province, type, evidence and fact',
  example: '/coverage',
  mayMove: true,
  path: {},
  query: { asOf: asOfParameter },
  answer: coverageShape,
  run: async (asked, context) => {
    const known = await askedAsOf(asked.asOf, context);
    if (known.kind === 'else') return known.outcome;
    const coverage = await tellCoverage(context.register, known.asOf);
    return { kind: 'answer', value: coverageDocument({ ...coverage, origin: context.origin }) };
  },
});
