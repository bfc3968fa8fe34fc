/** The three facts about a request that decide whether our own pages sent it. */
export type SenderClaims = {
  readonly fetchSite: string | undefined;
  readonly origin: string | undefined;
  /** The origin of the address the request was sent to, such as `http://localhost:4321`. */
  readonly ownOrigin: string;
};

/**
 * May this request change something? Asked for every unsafe method, whatever its content type.
 * A browser's `Sec-Fetch-Site` decides when it is there (`none`, an address typed by hand, never posts a form of
 * ours); otherwise the Origin must be exactly our own. A client that sends neither is refused.
 */
export function checkOrigin({ fetchSite, origin, ownOrigin }: SenderClaims): boolean {
  if (origin === ownOrigin)
    return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
  const isOriginSilent = origin === undefined || origin === 'null';
  return fetchSite === 'same-origin' && isOriginSilent;
}
