import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const SWEEP_MS = 25;

/** Closes a server within a time; made before it listens, because it must know every connection. */
export type CloseServer = (graceMs: number) => Promise<void>;

/**
 * A way to stop this server without breaking answers that are on their way: no new connections, idle ones closed, busy
 * ones closed as they finish, whatever is left after `graceMs` cut off. Node does not count a connection that never
 * sent a byte as idle, so those are known here.
 */
export function createCloseServer(server: Server): CloseServer {
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const closeIdle = (): void => {
    server.closeIdleConnections();
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  };
  return async (graceMs) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const sweep = setInterval(closeIdle, SWEEP_MS);
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    closeIdle();
    await closed;
    clearInterval(sweep);
    clearTimeout(cutOff);
  };
}
