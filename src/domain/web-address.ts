/** True of an address that a page may link to as the source of a fact. */
export const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s]+$/.test(text) && text.length <= 2000 && URL.canParse(text);
