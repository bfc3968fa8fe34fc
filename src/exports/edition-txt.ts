import { documentType } from '../catalogue/index.ts';
import { shortPlaceLine } from '../domain/place-label.ts';
import { provenanceNotices, textRightsLabels, valueStateLabels } from '../i18n/labels.ts';
import { legalNatureTexts } from '../i18n/legal-natures.ts';
import { readableText } from '../render/readable-text.ts';
import { formatInstant, formatWrittenDate } from '../thai/format-date.ts';
import { withUsualSpaces } from '../thai/no-break.ts';
import { type EditionExport, type EditionFormat, oneLine, permanentAddress } from './edition-export.ts';

/** Plain Thai text for reading aloud, pasting and printing: what it is, its text with its numbers, its sources. */
export const editionTxt: EditionFormat = {
  extension: 'txt',
  contentType: 'text/plain; charset=utf-8',
  write: (edition) => {
    const { manifest } = edition;
    const parts = [
      headOf(edition),
      manifest.summary ?? '',
      manifest.textRights === 'none' ? textRightsLabels.none : '',
      readableText(manifest.body),
      sourcesOf(edition),
      tailOf(edition),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

function headOf({ manifest, places, possiblePlaces }: EditionExport): string {
  const { label, adopted, provenance } = manifest;
  const { adoptedLabel } = documentType(manifest.type);
  const legal = legalNatureTexts[manifest.legalNature];
  const lines = [
    oneLine(manifest.title),
    label.kind === 'given' ? oneLine(label.value) : `เลขฉบับ: ${valueStateLabels[label.kind]}`,
    adopted.kind === 'given'
      ? `${adoptedLabel} ${formatWrittenDate(adopted.value)}`
      : `วันที่${adoptedLabel}: ${valueStateLabels[adopted.kind]}`,
    ...places.map(shortPlaceLine),
    ...possiblePlaces.map((chain) => `อาจเป็น ${shortPlaceLine(chain)}`),
    `${legal.notice} ${legal.explanation}`,
    provenanceNotices[provenance] ?? '',
  ];
  return withUsualSpaces(lines.filter((line) => line !== '').join('\n'));
}

function sourcesOf({ manifest }: EditionExport): string {
  if (manifest.sources.length === 0) return '';
  const lines = manifest.sources.map((source, index) =>
    oneLine([`${index + 1}.`, source.title, source.publisher ?? '', source.url ?? ''].join(' ')),
  );
  return ['แหล่งอ้างอิง', ...lines].join('\n');
}

function tailOf(edition: EditionExport): string {
  return [
    `ที่อยู่ถาวร: ${permanentAddress(edition)}`,
    `ฉบับลำดับที่ ${edition.manifest.edition} ในทะเบียน เผยแพร่ ${withUsualSpaces(formatInstant(edition.publishedAt))}`,
    `SHA-256: ${edition.sha256}`,
  ].join('\n');
}
