import { parentPort, workerData } from 'node:worker_threads';
import { indexPart, type PartOfThread } from './index-part.ts';

const { outputPath, records } = workerData as PartOfThread;
await indexPart(outputPath, records, () => parentPort?.postMessage(null));
