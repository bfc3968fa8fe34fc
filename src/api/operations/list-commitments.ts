import { z } from 'zod';
import {
  commitmentForms,
  commitmentSentences,
  readCommitmentQuery,
} from '../../catalogue/commitment-query.ts';
import { addresses } from '../../domain/addresses.ts';
import { type CommitmentFacet, commitmentFacets } from '../../domain/commitment-list.ts';
import { commitmentRow } from '../../exports/commitment-list-export.ts';
import { commitmentRowShape } from '../../exports/commitment-list-json.ts';
import { asOfShape } from '../../exports/list-json.ts';
import { knowCommitmentValues } from '../../registry/know-commitment-values.ts';
import { listCommitments as list } from '../../registry/list-commitments.ts';
import { maxQueryLength } from '../../search/query.ts';
import { readWords } from '../../search/words-in-text.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { asText, optional, type Parameter } from '../parameters.ts';
import { asOfParameter, pageParameters } from '../usual-parameters.ts';

const answer = z.strictObject({
  asOf: asOfShape,
  address: z.url().describe('The same list as a page'),
  total: z.int().min(0),
  page: z.int().min(1),
  pages: z.int().min(1),
  perPage: z.int().min(1),
  commitments: z.array(commitmentRowShape).readonly(),
});

const words: Readonly<Record<CommitmentFacet, { readonly th: string; readonly en: string }>> = {
  state: { th: 'สถานะของพันธสัญญา', en: 'how the commitment stands' },
  network: { th: 'ชื่อของเครือข่ายในที่อยู่', en: 'the name of a network in its address' },
  domain: { th: 'ด้าน ตามถ้อยคำของข้อตกลง', en: 'the domain, in the words of the agreement' },
  year: { th: 'ปีที่ทำข้อตกลง หรือ none', en: 'the year of the agreement, or none' },
  province: { th: 'รหัสจังหวัด 2 หลัก หรือ none', en: 'the code of a province, or none' },
  evidence: { th: 'ปีที่มีหลักฐาน', en: 'a year in which evidence was done' },
};

const parameters = Object.fromEntries(
  commitmentFacets.map((facet) => {
    const parameter = optional(commitmentForms[facet], words[facet]);
    return [facet, facet === 'domain' ? asText(parameter) : parameter];
  }),
) as Readonly<Record<CommitmentFacet, Parameter<string | undefined>>>;

const noWords = 'Words need at least two letters or a digit.';
const q = asText(
  optional(z.string().max(maxQueryLength), {
    th: 'ถ้อยคำที่ต้องมีทุกคำ ในสิ่งที่นับ ถ้อยคำของพันธสัญญา หรือชื่อข้อตกลง',
    en: 'words that must all stand in what is counted, in the wording, or in the title of the agreement',
  }),
);

export const listCommitments = operation({
  id: 'listCommitments',
  address: '/commitments',
  tag: 'agreements',
  th: 'พันธสัญญาที่นับได้ทั้งทะเบียน และความคืบหน้า',
  en: 'Every counted commitment of the register, and how it stands',
  example: '/commitments?state=no_data',
  mayMove: true,
  path: {},
  query: { q, ...parameters, ...pageParameters, asOf: asOfParameter },
  answer,
  run: async (asked, context) => {
    const { register, origin } = context;
    const known = await askedAsOf(asked.asOf, context);
    if (known.kind === 'else') return known.outcome;
    const { asOf } = known;
    const { page, perPage, province = null, network = null } = asked;
    const exists = await knowCommitmentValues(register, { province, network });
    const params = commitmentFacets.flatMap((facet) => {
      const value = asked[facet];
      return value === undefined ? [] : [[facet, value]];
    });
    const { filter, query, wrong } = readCommitmentQuery(new URLSearchParams(params), exists);
    const { typed, query: words, problem } = readWords(asked.q ?? null);
    const errors = [
      ...wrong.map((key) => ({
        parameter: key,
        detail: commitmentSentences[key],
        detailEn: `Nothing in the register has this ${key}.`,
      })),
      ...(problem === null ? [] : [{ parameter: 'q', detail: problem, detailEn: noWords }]),
    ];
    if (errors.length > 0) return { kind: 'wrong', errors };
    const found = await list(register, { filter, words }, { page, perPage, asOf });
    const { total, pages, rows } = found;
    return {
      kind: 'answer',
      paging: { page, pages, asOf: asOf.text },
      value: {
        asOf: asOf.text,
        address: new URL(
          addresses.commitmentList({ ...(typed !== '' && { q: typed }), ...query, asOf: asOf.text }),
          origin,
        ).href,
        total,
        page,
        pages,
        perPage,
        commitments: rows.map((row) => commitmentRow(row, { day: asOf.day, asOf: asOf.text, origin })),
      },
    };
  },
});
