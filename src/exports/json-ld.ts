import { documentTypes } from '../catalogue/index.ts';
import { addresses } from '../domain/addresses.ts';
import { givenValue } from '../domain/fact.ts';
import type { Instant } from '../domain/iso-date.ts';
import { shortPlaceLine } from '../domain/place-label.ts';
import { provenanceLabels } from '../i18n/labels.ts';
import { legalNatureTexts } from '../i18n/legal-natures.ts';
import { registerName } from './citation.ts';
import { type EditionExport, permanentAddress } from './edition-export.ts';
import { editionFormats } from './index.ts';

/** JSON that can stand inside a `script` element: nothing in it can end the element or begin a comment. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/**
 * What schema.org can say of an edition. Only a local ordinance is `Legislation`; everything else is a
 * `CreativeWork`, because a charter is not law. Facts that are not given are left out.
 */
export function editionJsonLd(edition: EditionExport) {
  const { manifest, origin, sha256, publishedAt } = edition;
  const { provenance, legalNature } = manifest;
  const adopted = givenValue(manifest.adopted);
  const isLaw = legalNature === 'ordinance';
  return {
    '@context': 'https://schema.org',
    '@type': isLaw ? 'Legislation' : 'CreativeWork',
    '@id': permanentAddress(edition),
    url: permanentAddress(edition),
    name: manifest.title,
    ...(manifest.titleEn === null ? {} : { alternateName: manifest.titleEn }),
    ...(manifest.summary === null ? {} : { description: manifest.summary }),
    inLanguage: 'th',
    version: String(manifest.edition),
    genre: legalNatureTexts[legalNature].label,
    ...(provenance === 'documented' ? {} : { creativeWorkStatus: provenanceLabels[provenance] }),
    ...(isLaw && adopted !== null ? { legislationDate: adopted.start } : {}),
    datePublished: publishedAt,
    publisher: { '@type': 'Organization', name: registerName, url: new URL('/', origin).href },
    exampleOfWork: { '@type': 'CreativeWork', '@id': new URL(addresses.work(manifest), origin).href },
    identifier: { '@type': 'PropertyValue', propertyID: 'SHA-256', value: sha256 },
    spatialCoverage: edition.places.map((chain) => ({
      '@type': 'Place',
      name: shortPlaceLine(chain),
      identifier: chain[0]?.code,
    })),
    citation: manifest.sources.flatMap(({ title, url }) =>
      url === null ? [] : [{ '@type': 'CreativeWork', name: title, url }],
    ),
    encoding: editionFormats.map(({ extension, contentType }) => ({
      '@type': 'MediaObject',
      encodingFormat: contentType.split(';')[0],
      contentUrl: new URL(addresses.editionFile(manifest, manifest.edition, extension), origin).href,
    })),
  };
}

/** The register itself as a schema.org `Dataset`, with every list as a download. */
export function registerJsonLd(register: {
  readonly origin: string;
  readonly description: string;
  readonly now: Instant;
}) {
  const { origin, description, now } = register;
  const whole = (path: string) => new URL(path, origin).href;
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': whole('/'),
    url: whole('/'),
    name: registerName,
    description,
    inLanguage: 'th',
    isAccessibleForFree: true,
    dateModified: now.slice(0, 10),
    spatialCoverage: { '@type': 'Country', name: 'ประเทศไทย' },
    distribution: documentTypes.flatMap(({ type, listLabel }) =>
      (['csv', 'json'] as const).map((extension) => ({
        '@type': 'DataDownload',
        name: listLabel,
        encodingFormat: extension === 'csv' ? 'text/csv' : 'application/json',
        contentUrl: whole(addresses.listFile(type, extension)),
      })),
    ),
  };
}
