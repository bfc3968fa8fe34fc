import { documentType } from '../catalogue/index.ts';
import { shortPlaceLine } from '../domain/place-label.ts';
import { provenanceLabels } from '../i18n/labels.ts';
import { legalNatureTexts } from '../i18n/legal-natures.ts';
import { siteLine } from '../i18n/navigation.ts';
import { formatWrittenDate } from '../thai/format-date.ts';
import { withNoBreaks } from '../thai/no-break.ts';
import { wrapThai } from '../thai/wrap-thai.ts';
import { registerName } from './citation.ts';
import { type EditionExport, oneLine } from './edition-export.ts';
import { xmlText } from './xml.ts';

/** What a shared link shows, from top to bottom; at most two `lines`. */
export type SharePicture = {
  /** Small line above the title. */
  readonly kind: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly notice: string;
};

export const pictureSize = { width: 1200, height: 630 } as const;

/** The picture of the register itself. */
export const registerPicture: SharePicture = {
  kind: siteLine,
  title: 'ธรรมนูญและข้อตกลงของชุมชน อ่านได้ทุกฉบับ',
  lines: ['ค้นจากตำบล ประเภท หรือถ้อยคำในข้อ'],
  notice: 'ข้อตกลงร่วมของชุมชน ไม่ใช่กฎหมาย',
};

/** Which edition it is, its date, its place, and that it is not law. */
export function editionPicture({
  manifest,
  places,
}: Pick<EditionExport, 'manifest' | 'places'>): SharePicture {
  const { label, adopted, provenance } = manifest;
  const { adoptedLabel, label: typeLabel, subtypes } = documentType(manifest.type);
  const made = provenance === 'documented' ? '' : ` · ${provenanceLabels[provenance]}`;
  return {
    kind: `${subtypes[manifest.subtype] ?? typeLabel}${made}`,
    title: manifest.title,
    lines: [
      [
        label.kind === 'given' ? label.value : '',
        adopted.kind === 'given' ? `${adoptedLabel} ${formatWrittenDate(adopted.value)}` : '',
      ],
      [places[0] ? shortPlaceLine(places[0]) : '', places.length > 1 ? `และอีก ${places.length - 1} พื้นที่` : ''],
    ]
      .map((parts) => parts.filter((part) => part !== '').join(' · '))
      .filter((line) => line !== ''),
    notice: legalNatureTexts[manifest.legalNature].notice,
  };
}

const MARGIN = 80;
const INK = '#1c2422';
const SOFT = '#4d5955';
const ACCENT = '#0d5a56';
const SIGN = 'M6 7.5h24v5.5H6zm0 7.75h24v5.5H6zM6 23h24v5.5H6zM11.5 13H13v10h-1.5zm11.5 0h1.5v10H23z';

type TextStyle = { readonly size: number; readonly weight: 400 | 700; readonly colour: string };

/** The picture as SVG with its text in Sarabun; a renderer that knows the font makes the same picture anywhere. */
export function sharePictureSvg(picture: SharePicture): string {
  const { width, height } = pictureSize;
  const { size, lines: title } = setTitle(picture.title);
  const step = size * 1.42;
  const firstLine = 195 + size * 0.6;
  const rows = title.map((line, index) =>
    textAt(firstLine + index * step, line, { size, weight: 700, colour: INK }),
  );
  const below = firstLine + (title.length - 1) * step + 68;
  const facts = picture.lines.map((line, index) =>
    textAt(below + index * 50, linesOf(line, 34, 1)[0] ?? '', { size: 34, weight: 400, colour: SOFT }),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="#fcfbf8"/><rect width="${width}" height="14" fill="${ACCENT}"/>`,
    `<g transform="translate(${MARGIN} 56) scale(2)"><rect width="36" height="36" rx="6" fill="${ACCENT}"/><path fill="#fff" d="${SIGN}"/></g>`,
    textAt(104, registerName, { size: 40, weight: 700, colour: ACCENT }, MARGIN + 92),
    textAt(104, picture.kind, { size: 30, weight: 400, colour: SOFT }, MARGIN + 400),
    ...rows,
    ...facts,
    `<rect x="${MARGIN}" y="540" width="${width - 2 * MARGIN}" height="2" fill="#d9dad2"/>`,
    textAt(588, picture.notice, { size: 30, weight: 700, colour: ACCENT }),
    '</svg>',
  ].join('\n');
}

/** The largest type in which the title takes one line, else two, else three; a title longer than that is cut. */
function setTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  const sizes = [68, 60, 54, 48] as const;
  const fitting =
    sizes.find((size) => size > 48 && linesOf(title, size, 9).length === 1) ??
    sizes.find((size) => linesOf(title, size, 9).length <= 2) ??
    sizes.find((size) => linesOf(title, size, 9).length <= 3) ??
    sizes[3];
  return { size: fitting, lines: linesOf(title, fitting, 3) };
}

const linesOf = (text: string, size: number, most: number): readonly string[] =>
  wrapThai(drawable(text), (pictureSize.width - 2 * MARGIN) / size, most);

/** One line without letters that the font does not have. */
const drawable = (text: string): string =>
  oneLine(text.replace(/[^\p{Script=Thai}\p{Script=Latin}\p{N}\p{P}\p{Zs}+=<>$฿%]/gu, ' '));

function textAt(y: number, text: string, { size, weight, colour }: TextStyle, x = MARGIN): string {
  const words = xmlText(splitSaraAm(withNoBreaks(text)));
  return `<text x="${x}" y="${Math.round(y)}" font-family="Sarabun" font-size="${size}" font-weight="${weight}" fill="${colour}">${words}</text>`;
}

/**
 * ำ as its two parts around the tone mark (น้ำ as น + ํ + ้ + า). The renderer splits it by itself and then loses
 * the width of the second part, so that the next letters overlap; the parts written out are drawn right.
 */
const splitSaraAm = (text: string): string => text.replace(/([\u0E48-\u0E4B]?)\u0E33/g, '\u0E4D$1\u0E32');
