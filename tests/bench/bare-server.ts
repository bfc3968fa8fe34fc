/** The least a Node server can do: the same bytes for every request. `node bare-server.ts <file> <header JSON>` */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [file, headerText] = process.argv.slice(2);
const body = readFileSync(file ?? '');
const headers: Record<string, string> = JSON.parse(headerText ?? '{}');

const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(Number(process.env['PORT']), process.env['HOST']);
process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
