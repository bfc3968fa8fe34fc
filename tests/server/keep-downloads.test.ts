import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { keepDownloads } from '../../src/server/keep-downloads.ts';

test('a process that cannot be started is logged, and tried again', async () => {
  const { execPath } = process;
  process.execPath = join(tmpdir(), 'no-such-program');
  const log = vi.fn();
  const { request, stop } = keepDownloads({
    folder: mkdtempSync(join(tmpdir(), 'tammanoon-keep-')),
    revision: () => 1,
    afterMs: 1,
    environment: {},
    log,
  });
  try {
    request();
    await vi.waitFor(() => expect(log.mock.calls.length).toBeGreaterThan(1));
    expect(log).toHaveBeenCalledWith(expect.objectContaining({ event: 'download_failed' }));
  } finally {
    process.execPath = execPath;
    await stop();
  }
});
