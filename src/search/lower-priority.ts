import { constants, setPriority } from 'node:os';

/** Lets a process, and those it starts from now on, give way to others. Not every system allows it; then it runs as it is. */
export function lowerPriority(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Priority is a courtesy to the readers of the site, not a condition.
  }
}
