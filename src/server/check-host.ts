/**
 * The Host the client asked for, or null when it is missing, sent more than once, or not one of ours.
 * `rawHeaders` is Node's flat list of names and values, because `headers.host` hides a second Host.
 */
export function checkHost(rawHeaders: readonly string[], allowed: ReadonlySet<string>): string | null {
  let host: string | null = null;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name === undefined || name.length !== 4 || name.toLowerCase() !== 'host') continue;
    if (host !== null) return null;
    host = rawHeaders[index + 1] ?? '';
  }
  if (host === null) return null;
  if (allowed.has(host)) return host;
  const lower = host.toLowerCase();
  return allowed.has(lower) ? lower : null;
}
