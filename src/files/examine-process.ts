import { cleanCopy } from './clean-copy.ts';

/*
 * Run as a process of its own, see examine-file.ts: reads the file named first, writes the cleaned one to the path
 * named second, and says on one line what it is or why it is refused.
 */
const [source = '', target = ''] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await cleanCopy(source, target))}\n`);
