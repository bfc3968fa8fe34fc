import type { Server } from 'node:http';

const SWEEP_MS = 25;

/**
 * Stops a server without breaking answers that are on their way: no new connections, idle ones closed, busy ones
 * closed as they finish, whatever is left after `graceMs` cut off.
 */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
  const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(cutOff);
}
