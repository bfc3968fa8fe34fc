import { describe, expect, test } from 'vitest';
import { legalNatures } from '../../src/domain/edition.ts';
import type { Place, PlaceLevel } from '../../src/domain/place.ts';
import { legalNatureTexts } from '../../src/i18n/legal-natures.ts';
import { fullPlaceName, placeLine, shortPlaceName, wordForInside } from '../../src/i18n/place-names.ts';
import { standingLabels } from '../../src/i18n/standings.ts';

const place = (level: PlaceLevel, name: string, isBangkok = false): Place => ({
  code: '',
  level,
  name,
  nameEn: null,
  parentCode: null,
  postcode: null,
  isBangkok,
});

describe('the words on screen', () => {
  test('a charter is called a common agreement and not law', () => {
    expect(legalNatureTexts.social_agreement.notice).toBe('ข้อตกลงร่วมของชุมชน ไม่ใช่กฎหมาย');
  });

  test('only an ordinance lacks the words "not law"', () => {
    const withoutThem = legalNatures.filter(
      (nature) => !legalNatureTexts[nature].notice.includes('ไม่ใช่กฎหมาย'),
    );
    expect(withoutThem).toEqual(['ordinance']);
  });

  test('no standing says that a text is in force', () => {
    const words = Object.values(standingLabels).flatMap((labels) => Object.values(labels));
    expect(words.filter((word) => /บังคับ|มีผล/.test(word))).toEqual([]);
  });

  test('a place is never named without its level', () => {
    const chain = [place('tambon', 'ไผ่'), place('district', 'รัตนบุรี'), place('province', 'สุรินทร์')];
    expect(placeLine(chain)).toBe('ต.ไผ่ อ.รัตนบุรี จ.สุรินทร์');
    expect(chain.map(fullPlaceName)).toEqual(['ตำบลไผ่', 'อำเภอรัตนบุรี', 'จังหวัดสุรินทร์']);
  });

  test('in Bangkok a district is a เขต, a tambon a แขวง, and Bangkok has no จ.', () => {
    const bangkok = place('province', 'กรุงเทพมหานคร', true);
    expect(shortPlaceName(bangkok)).toBe('กรุงเทพมหานคร');
    expect(wordForInside(bangkok)).toBe('เขต');
    expect(shortPlaceName(place('tambon', 'คลองเตย', true))).toBe('แขวงคลองเตย');
  });
});
