/** Attributes that hold the id of another element, or several of them. */
const REFERENCES = /( (?:id|for|aria-labelledby|aria-describedby|aria-controls)=")([^"]+)"/g;

/**
 * HTML of a specimen that can stand beside others on one page: its ids, and what refers to them, begin with the name
 * of the component.
 */
export function pictureOf(html: string, name: string): string {
  const own = (id: string) => `${name.replaceAll('/', '-')}--${id}`;
  return html
    .replace(REFERENCES, (_, start: string, ids: string) => `${start}${ids.split(' ').map(own).join(' ')}"`)
    .replace(/( href="#)([^"]+)"/g, (_, start: string, id: string) => `${start}${own(id)}"`);
}
