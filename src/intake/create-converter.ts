import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type ImportedText,
  type ImportKind,
  type ImportProblem,
  importMaximumBytes,
} from '../domain/imported-text.ts';
import { type Result, refused } from '../domain/result.ts';

const program = fileURLToPath(new URL('./convert-process.ts', import.meta.url));

/** Bounds of one import, and of all of them together. */
export type ConverterLimits = {
  readonly timeoutMs: number;
  readonly heapMegabytes: number;
  /** Imports under way at one time. */
  readonly atOnce: number;
  /** Imports that may wait for their turn; more are refused as `busy`. */
  readonly waiting: number;
};

const usualLimits: ConverterLimits = { timeoutMs: 10_000, heapMegabytes: 256, atOnce: 2, waiting: 8 };

/** The longest answer: a body and its report, escaped as JSON. */
const ANSWER_MAXIMUM = 4 * 1024 * 1024;

export type Converter = {
  /**
   * `convert` in a process of its own. Refused besides: `too_slow` after the time limit, `too_complex` when the
   * process ends without an answer, as it does at its memory limit, and `busy`.
   */
  readonly convert: (kind: ImportKind, bytes: Buffer) => Promise<Result<ImportedText, ImportProblem>>;
  /** Ends the imports under way. */
  readonly stop: () => void;
};

type Answer = Result<ImportedText, ImportProblem>;

export function createConverter(
  options: {
    readonly limits?: Partial<ConverterLimits>;
    readonly program?: string;
    /** All that the process sees of its surroundings. */
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Converter {
  const limits = { ...usualLimits, ...options.limits };
  const children = new Set<ChildProcess>();
  const queue: (() => void)[] = [];
  let underWay = 0;
  let isStopped = false;

  const begin = async (): Promise<boolean> => {
    if (underWay >= limits.atOnce) {
      if (queue.length >= limits.waiting) return false;
      await new Promise<void>((resolve) => {
        queue.push(resolve);
      });
    }
    underWay += 1;
    return true;
  };
  const end = (): void => {
    underWay -= 1;
    queue.shift()?.();
  };
  return {
    convert: async (kind, bytes) => {
      if (bytes.length > importMaximumBytes) return refused('too_large');
      if (isStopped || !(await begin())) return refused('busy');
      try {
        if (isStopped) return refused('busy');
        const { program: file = program, environment = {} } = options;
        return await runChild({ file, environment, limits, children }, kind, bytes);
      } finally {
        end();
      }
    },
    stop: () => {
      isStopped = true;
      for (const child of children) child.kill('SIGKILL');
      for (const resolve of queue.splice(0)) resolve();
    },
  };
}

type Running = {
  readonly file: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly limits: ConverterLimits;
  readonly children: Set<ChildProcess>;
};

function runChild(
  { file, environment, limits, children }: Running,
  kind: ImportKind,
  bytes: Buffer,
): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${limits.heapMegabytes}`, file, kind], {
      // Nothing else of the server's surroundings is its business.
      env: { ...environment },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    children.add(child);
    const chunks: Buffer[] = [];
    let size = 0;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limits.timeoutMs);
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      children.delete(child);
      resolve(answer);
    };
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > ANSWER_MAXIMUM) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    // A process that has ended already cannot take the rest; what it says counts.
    child.stdin.on('error', () => undefined);
    child.on('error', () => finish(refused('busy')));
    child.on('close', (code) => {
      if (isLate) finish(refused('too_slow'));
      else if (code === 0) finish(JSON.parse(Buffer.concat(chunks).toString()) as Answer);
      else finish(refused('too_complex'));
    });
    child.stdin.end(bytes);
  });
}
