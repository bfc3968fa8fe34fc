/**
 * Stops with one sentence on a Node that is too old, before anything loads better-sqlite3, which would end
 * the process there without a word. Plain JavaScript, because an old Node cannot load TypeScript.
 * Run it on its own before an entry (`node src/server/require-node.mjs && …`) and import it first in every entry.
 */
import module from 'node:module';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** The Node-API version that better-sqlite3 13 is built for: Node 22.14, 24 and later have it. */
const NEEDED_NODE_API = 10;

/**
 * @param {string | undefined} nodeApi `process.versions.napi`
 * @param {string} node `process.version`
 * @returns {string | null} the sentence for the person at the keyboard, or null when this Node will do
 */
export function complaintAboutNode(nodeApi, node) {
  if (Number(nodeApi) >= NEEDED_NODE_API) return null;
  return (
    `Node ${node} ที่ใช้อยู่เก่าเกินไป ระบบฐานข้อมูลจะหยุดทำงานทันที โปรดสั่งผ่าน npm start หรือใช้ Node 22.14 ขึ้นไป — ` +
    `Node ${node} is too old: the database module would crash on it, so run this through \`npm start\` ` +
    'or use Node 22.14 or newer.'
  );
}

const complaint = complaintAboutNode(process.versions['napi'], process.version);
if (complaint !== null) {
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
}

// Compiled code, TypeScript without its types among it, is kept beside the packages: the next start is quicker.
module.enableCompileCache?.(fileURLToPath(new URL('../../node_modules/.cache/compiled', import.meta.url)));
