import { addresses } from '../domain/addresses.ts';
import { registerName } from './citation.ts';
import { xmlHead, xmlText } from './xml.ts';

/** The OpenSearch 1.1 description with which a browser can search the register from its own address bar. */
export function writeOpenSearch(origin: string): string {
  const whole = (path: string) => xmlText(new URL(path, origin).href);
  return `${xmlHead}<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${xmlText(registerName)}</ShortName>
<Description>ค้นหาธรรมนูญ ข้อตกลง และแผนของชุมชน</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>th</Language>
<Image width="32" height="32" type="image/x-icon">${whole('/favicon.ico')}</Image>
<Url type="text/html" method="get" template="${whole(addresses.search())}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${whole(addresses.openSearch())}"/>
</OpenSearchDescription>
`;
}
