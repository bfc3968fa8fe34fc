import { spawn } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { attachmentLimits, attachmentTypes, type CleanFile, fileFaults } from '../domain/attachment.ts';
import { type Result, refused } from '../domain/result.ts';
import type { FileFault } from './cleaned.ts';

export type ExamineLimits = {
  /** How long one file may take. */
  readonly milliseconds: number;
  /** The most memory that the process may hold, in bytes. */
  readonly memoryBytes: number;
  /** Files looked at side by side; the others wait. */
  readonly atOnce: number;
};

const usualLimits: ExamineLimits = {
  milliseconds: 10_000,
  memoryBytes: 512 * 1024 * 1024,
  atOnce: 2,
};

/**
 * Looks at a file and writes its cleaned form to `target`, which must not be there and lies in a folder of its own kind.
 * Refused with the fault of the file; then `target` may hold a part, which is the caller's to remove.
 */
export type ExamineFile = (source: string, target: string) => Promise<Result<CleanFile, FileFault>>;

const program = fileURLToPath(new URL('./examine-process.ts', import.meta.url));
const MEMORY_LOOKS_MS = 50;

/**
 * Makes the examiner of files. Each file is read by a process of its own that may write nothing but the target's
 * folder, and is ended when it takes too long (`too_slow`) or too much memory (`too_complex`). A process that dies of
 * its file means `broken`; nothing in a file can end the server.
 */
export function createExaminer(given: Partial<ExamineLimits> = {}): ExamineFile {
  const limits = { ...usualLimits, ...given };
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (source, target) => {
    const { size } = await stat(source);
    if (size === 0) return refused('empty');
    if (size > attachmentLimits.fileBytes) return refused('too_large');
    if (running >= limits.atOnce) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      return await examine(source, target, limits);
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

function examine(
  source: string,
  target: string,
  limits: ExamineLimits,
): Promise<Result<CleanFile, FileFault>> {
  const heapMb = Math.ceil(limits.memoryBytes / 2 / 1024 / 1024);
  const flags = [
    '--permission',
    '--allow-fs-read=*',
    `--allow-fs-write=${dirname(target)}`,
    `--max-old-space-size=${heapMb}`,
  ];
  const child = spawn(process.execPath, [...flags, program, source, target], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  });
  return new Promise((resolve, reject) => {
    let said = '';
    let ending: FileFault = 'broken';
    const end = (fault: FileFault): void => {
      ending = fault;
      child.kill('SIGKILL');
    };
    const patience = setTimeout(() => end('too_slow'), limits.milliseconds);
    const looks = setInterval(async () => {
      if ((await memoryOf(child.pid)) > limits.memoryBytes) end('too_complex');
    }, MEMORY_LOOKS_MS);
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      if (said.length < 1_000) said += part;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(patience);
      clearInterval(looks);
      resolve(code === 0 ? outcomeOf(said) : refused(ending));
    });
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** What the process said, believed only where it has the expected shape. */
function outcomeOf(line: string): Result<CleanFile, FileFault> {
  const said = parsed(line);
  if (typeof said !== 'object' || said === null) return refused('broken');
  if ('refusal' in said) return refused(fileFaults.find((fault) => fault === said.refusal) ?? 'broken');
  if (!('value' in said) || typeof said.value !== 'object' || said.value === null) return refused('broken');
  const { mediaType, pageCount, isStripped } = said.value as Record<string, unknown>;
  const type = attachmentTypes.find((one) => one === mediaType);
  if (type === undefined) return refused('broken');
  return {
    ok: true,
    value: {
      mediaType: type,
      pageCount: typeof pageCount === 'number' ? pageCount : null,
      isStripped: isStripped === true,
    },
  };
}

/** Memory that a process holds by proc_pid_status(5); 0 where the system does not tell. */
async function memoryOf(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
