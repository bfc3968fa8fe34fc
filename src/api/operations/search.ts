import { z } from 'zod';
import { searchAsOf } from '../../registry/search-as-of.ts';
import { searchRegister } from '../../registry/search-register.ts';
import { viewAnswer } from '../../search/answer-view.ts';
import { requestOf } from '../../search/search-request.ts';
import { refusalSentence } from '../../search/sentences.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { apiRoot, operation } from '../operation.ts';
import { asText, number, optional, type Parameter } from '../parameters.ts';
import { searchDocument, searchShape } from '../shapes/search.ts';
import { asOfParameter, facetParameters } from '../usual-parameters.ts';

/** Which editions answer: all of them when nothing is asked. */
const editionChoices = ['all', 'current', 'older'] as const;

/** Left out it is empty, which the search refuses with a sentence of its own. */
const textParameter: Parameter<string> = asText({
  schema: z.string().default(''),
  th: 'คำที่ค้น วลีที่ต้องตรงทุกคำใส่ในเครื่องหมายคำพูด',
  en: 'what is searched; an exact phrase in quotation marks',
  fromText: String,
  isRequired: true,
});

const momentParameter: typeof asOfParameter = {
  ...asOfParameter,
  th: `${asOfParameter.th} ถ้าระบุ ได้เฉพาะผลที่ตรงตามที่พิมพ์ เรียงตามที่อยู่ของเอกสาร ถามอีกได้คำตอบเดิม`,
  en: `${asOfParameter.en}. Then only what stands in the texts as typed is found, in the order of addresses; asked again, the answer is the same`,
};

export const search = operation({
  id: 'search',
  address: '/search',
  tag: 'search',
  th: 'ค้นเอกสารและข้อ ด้วยการค้นเดียวกับหน้าค้นหา',
  en: 'The search of the pages: works with the clauses that answer, and why',
  example: '/search?q=ขยะ',
  mayMove: true,
  path: {},
  query: {
    q: textParameter,
    type: facetParameters.type,
    province: asText(
      optional(z.string().max(100), { th: 'ชื่อจังหวัดภาษาไทย เช่น น่าน', en: 'the Thai name of a province' }),
    ),
    year: optional(z.string().regex(/^\d{4}$/), {
      th: 'ปี พ.ศ. หรือ ค.ศ. 4 หลัก เช่น 2560',
      en: 'a year of four digits, of either era',
    }),
    editions: optional(z.enum(editionChoices), {
      th: 'ฉบับที่ค้น ทั้งหมด ปัจจุบัน หรือก่อนหน้า',
      en: 'which editions are searched',
    }),
    page: number({ th: 'เลขหน้า เริ่มจาก 1', en: 'the page, from 1' }, { least: 1, most: 9_999, usual: 1 }),
    perPage: number(
      { th: 'จำนวนผลต่อหน้า ไม่เกิน 50', en: 'results on a page, at most 50' },
      { least: 1, most: 50, usual: 10 },
    ),
    asOf: momentParameter,
  },
  answer: searchShape,
  run: async (asked, context) => {
    const { register, now, searchWords, origin } = context;
    const { q, type = '', province = '', year = '', editions = 'all', page, perPage } = asked;
    const known = await askedAsOf(asked.asOf, context);
    if (known.kind === 'else') return known.outcome;
    const { asOf } = known;
    const isPast = asked.asOf !== undefined;
    const edition = editions === 'all' ? '' : editions;
    const request = requestOf(new URLSearchParams({ q, type, province, year, edition, page: String(page) }));
    const found = isPast
      ? await searchAsOf(register, request, asOf)
      : await searchRegister(register, request, now, searchWords);
    if (!found.ok) {
      return { kind: 'problem', code: found.refusal.code, detail: refusalSentence(found.refusal) };
    }
    const { answer, types, revision } = found.value;
    const { rung } = answer;
    const view = await viewAnswer(answer, request, types, [], perPage);
    return {
      kind: 'answer',
      paging: { page, pages: Math.max(1, view.pages), asOf: isPast ? asOf.text : null },
      value: searchDocument(view, {
        ...{ origin, perPage, rung, revision },
        asOf: isPast ? asOf.text : null,
        lasting: lastingAddress({ ...asked, asOf: asOf.text }, origin),
      }),
      // Slips are put right by the words of the index, which is built behind the register: such an answer is not kept.
      ...(rung !== 'exact' && { keep: 'none' as const }),
    };
  },
});

/** The same question as of a moment, whose answer stays. */
function lastingAddress(
  asked: Readonly<Record<string, string | number | undefined>>,
  origin: string,
): string {
  const address = new URL(`${apiRoot}/search`, origin);
  for (const [name, value] of Object.entries(asked))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address.href;
}
