/**
 * Completes package-lock.json after `npm install`: where a registry does not carry the binary packages
 * of other platforms, npm leaves them out of the lock in silence, and `npm ci` then refuses it. Each
 * missing optional package gets an entry that says for which platform it is, so that npm skips it here
 * and fetches it there. Run by `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'netbsd', 'sunos', 'aix', 'win32'];
const processors = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el'];

/** @param {string} name */
function platformOf(name) {
  const words = name.replace('windows', 'win32').replace('wasm32-wasi', 'wasm32').split(/[/-]/);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (words.includes('wasm32')) return { cpu: ['wasm32'] };
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : [];
  return { ...(os.length && { os }), ...(cpu.length && { cpu }), ...(libc.length && { libc }) };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const before = Object.keys(lock.packages).length;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = path === '' ? `node_modules/${name}` : `${path}/node_modules/${name}`;
    const isThere = lock.packages[nested] ?? lock.packages[`node_modules/${name}`];
    const platform = platformOf(name);
    if (isThere || !/^\d/.test(version) || Object.keys(platform).length === 0) continue;
    lock.packages[`node_modules/${name}`] = { version, ...platform, optional: true };
  }
}
const paths = Object.keys(lock.packages).sort((a, b) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries(paths.map((path) => [path, lock.packages[path]]));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`package-lock.json: ${paths.length - before} platform packages added.\n`);
