import { z } from 'zod';
import { termOfTopic } from '../../catalogue/schemes.ts';
import { addresses } from '../../domain/addresses.ts';
import { mostPlaces } from '../../domain/concordance.ts';
import { parseAddressDate } from '../../domain/iso-date.ts';
import { wordsOfTopic } from '../../domain/scheme.ts';
import { concordanceDocument, concordanceShape } from '../../exports/concordance-json.ts';
import { describePlaces } from '../../registry/describe-places.ts';
import { openConcordance } from '../../registry/open-concordance.ts';
import { askedAsOf } from '../asked-as-of.ts';
import { operation } from '../operation.ts';
import { required } from '../parameters.ts';
import type { ParameterError } from '../problem.ts';
import { wrongParameter } from '../read-parameters.ts';
import { asOfParameter, onParameter, topicParameter } from '../usual-parameters.ts';

const code = String.raw`(?:\d{2}){1,4}`;
const placesParameter = required(z.string().regex(new RegExp(`^${code}(?:,${code}){0,${mostPlaces - 1}}$`)), {
  th: `รหัสพื้นที่ระดับใดก็ได้ ไม่เกิน ${mostPlaces} รหัส คั่นด้วยจุลภาค เช่น 560118,9003`,
  en: `codes of places of any level, at most ${mostPlaces}, divided by commas, such as 560118,9003`,
});

export const comparePlaces = operation({
  id: 'comparePlaces',
  address: '/compare',
  tag: 'provisions',
  th: 'ข้อเรื่องเดียวกันของหลายพื้นที่ จากเอกสารที่ใช้อยู่ในวันหนึ่ง',
  en: 'The clauses of several places on one topic, from the works that stood on a day',
  example: '/compare?topic=issues/waste&places=56,90',
  mayMove: true,
  path: {},
  query: { topic: topicParameter, places: placesParameter, on: onParameter, asOf: asOfParameter },
  answer: concordanceShape,
  run: async ({ topic, places, on, asOf: then }, context) => {
    const known = await askedAsOf(then, context);
    if (known.kind === 'else') return known.outcome;
    const { asOf } = known;
    const term = termOfTopic(topic);
    const period = on === undefined ? null : parseAddressDate(on);
    const described = await describePlaces(context.register, places);
    const errors: ParameterError[] = [
      ...(term === null ? [wrongParameter('topic', topicParameter)] : []),
      ...(described.some(({ chain }) => chain === null) ? [wrongParameter('places', placesParameter)] : []),
      ...(on !== undefined && period === null ? [wrongParameter('on', onParameter)] : []),
    ];
    if (term === null || errors.length > 0) return { kind: 'wrong', errors };
    if (period !== null && period.date !== on) return { kind: 'moved', to: { on: period.date } };
    const codes = described.map((place) => place.code);
    const day = period?.lastDay ?? asOf.day;
    const words = wordsOfTopic(term);
    const asked = { words, places: codes, day, asOf, extent: 'all' } as const;
    const concordance = await openConcordance(context.register, asked);
    const question = { topic, places: codes, on: period?.date ?? day, asOf: asOf.text };
    return {
      kind: 'answer',
      value: concordanceDocument({
        concordance,
        topic: { id: topic, label: term.label, words },
        asOf: asOf.text,
        path: addresses.concordance(question),
        origin: context.origin,
      }),
    };
  },
});
