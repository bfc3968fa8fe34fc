import type { LegalNature, Manifest } from '../domain/edition.ts';
import { givenValue } from '../domain/fact.ts';
import type { PlaceChain } from '../domain/place.ts';
import type { Standing } from '../domain/timeline.ts';
import type { WorkType } from '../domain/work.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { formatNumber } from './numbers.ts';
import { placeLine } from './place-names.ts';
import { standingLabels, standingMeanings } from './standings.ts';

/** Who a kind of text speaks to; says no more than its legal nature does. */
const whomItBinds: Readonly<Record<LegalNature, string>> = {
  social_agreement: 'เป็นข้อตกลงที่คนในพื้นที่ทำร่วมกันและถือปฏิบัติด้วยความสมัครใจ ไม่ใช่กฎหมาย และไม่มีโทษตามกฎหมายในตัวเอง',
  mou: 'เป็นข้อตกลงของหน่วยงานที่ลงนามว่าจะทำงานร่วมกัน ไม่ใช่กฎหมาย',
  declaration: 'เป็นคำประกาศความตั้งใจของผู้ร่วมประกาศ ไม่ใช่กฎหมาย',
  plan: 'เป็นแผนงานซึ่งบอกว่าใครจะทำอะไร เมื่อใด ไม่ใช่กฎหมาย',
  ordinance: 'เป็นกฎของท้องถิ่น โปรดยึดฉบับที่ท้องถิ่นประกาศอย่างเป็นทางการ',
  informational: 'เป็นบันทึกไว้ให้อ่านและเรียนรู้ ไม่ได้กำหนดให้ใครต้องทำอะไร',
};

const MOST_PLACES = 3;

/**
 * What a document has to do with its reader, as plain sentences: where, who is bound, whether it stands, when it is
 * looked at again. Only what the facts state; a silent fact gives no sentence, an unsettled place says so.
 */
export function forMe(edition: {
  readonly manifest: Manifest;
  readonly type: WorkType;
  readonly standing: Standing;
  readonly isCurrent: boolean;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
}): readonly string[] {
  const { manifest, type, standing, isCurrent } = edition;
  if (manifest.provenance !== 'documented') {
    return ['เป็นข้อความตัวอย่างหรือข้อมูลทดสอบ ยังไม่ใช่ข้อตกลงของพื้นที่ใด จึงยังไม่เกี่ยวกับใครโดยตรง'];
  }
  const review = givenValue(manifest.reviewDue);
  return [
    ...whereOf(edition),
    whomItBinds[manifest.legalNature],
    isCurrent
      ? `สถานะ: ${standingLabels[type][standing]} (${standingMeanings[standing]})`
      : 'ฉบับนี้ไม่ใช่ฉบับปัจจุบัน โปรดอ่านฉบับปัจจุบันก่อนนำไปใช้',
    ...(review === null || !isCurrent ? [] : [`กำหนดทบทวน: ${formatWrittenDate(review)}`]),
  ];
}

function whereOf({
  manifest,
  places,
  possiblePlaces,
}: {
  readonly manifest: Manifest;
  readonly places: readonly PlaceChain[];
  readonly possiblePlaces: readonly PlaceChain[];
}): readonly string[] {
  const about = manifest.scopeNote === null ? [] : [`ขอบเขต: ${manifest.scopeNote}`];
  if (places.length > 0) {
    const named = places.slice(0, MOST_PLACES).map(placeLine).join(', ');
    const rest = places.length - MOST_PLACES;
    return [`พื้นที่: ${named}${rest > 0 ? ` และอีก ${formatNumber(rest)} แห่ง` : ''}`, ...about];
  }
  if (possiblePlaces.length > 0) {
    return ['แหล่งอ้างอิงไม่ชี้ชัดว่าหมายถึงพื้นที่ใด หากชื่อตรงกับพื้นที่ของท่าน โปรดสอบถาม อบต. หรือเทศบาลของท่านก่อน', ...about];
  }
  return about;
}
