import type { Manifest } from '../../src/domain/edition.ts';
import { given } from '../../src/domain/fact.ts';
import type { Place } from '../../src/domain/place.ts';
import type { EditionExport } from '../../src/exports/edition-export.ts';
import type { ListedEdition } from '../../src/exports/list-export.ts';
import { renderBody } from '../../src/render/render-markdown.ts';
import { charterManifest, storyBegins } from './register-with.ts';

export const exportOrigin = 'https://register.example';

const name = { type: 'charters', slug: 'test-north' } as const;

const tambon: Place = {
  code: '990101',
  level: 'tambon',
  name: 'ทดสอบเหนือ',
  nameEn: null,
  parentCode: '9901',
  postcode: null,
  isBangkok: false,
};

/** The test charter as the formats get it, with changes. */
export function anEditionExport(changes: Partial<Manifest> = {}): EditionExport {
  const manifest: Manifest = { ...charterManifest(name), label: given('ฉบับที่ ๖ พ.ศ. ๒๕๖๐'), ...changes };
  return {
    manifest,
    sha256: 'ab'.repeat(32),
    publishedAt: storyBegins,
    provisions: renderBody(manifest.body).provisions,
    places: [[tambon]],
    possiblePlaces: [],
    origin: exportOrigin,
  };
}

/** The test charter as a row of a list, with changes. */
export function aListedEdition(changes: Partial<Manifest> = {}): ListedEdition {
  const { manifest, sha256, publishedAt, places, possiblePlaces } = anEditionExport(changes);
  const sources = manifest.sources.map(({ title, url }) => ({ title, url }));
  return {
    ...name,
    number: manifest.edition,
    card: manifest,
    sha256,
    publishedAt,
    standing: 'adopted',
    places,
    possiblePlaces,
    sources,
  };
}

/** Titles that would break a careless writer. */
export const hostileTitles = [
  'ธรรมนูญ "น้ำ" และ {ป่า} & ดิน 50% $ก_ข #1 ~^ \\input{x}',
  '</script><script>alert(1)</script>',
  'สองบรรทัด\nTY  - HACK\r\nER  - ',
  "=cmd|' /C calc'!A0",
  ']]> <!-- & &amp; <b>ก</b>',
  'อักขระควบคุม \u0001\u0008\u000b และ \u2028',
  '@misc{x, title={y}}',
  "ขีด -- --- คำพูด ``ก'' ?` ข",
  'ลูกโป่ง 🎈 漢字 ﷽',
] as const;
