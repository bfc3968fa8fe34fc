/**
 * What some work gave, and the milliseconds of CPU, user and system, that this process took for it in all its threads: what
 * else a busy machine does is not counted.
 */
export async function cpuOf<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly cpu: number }> {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, cpu: (user + system) / 1000 };
}
