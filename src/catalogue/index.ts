import { type WorkType, workTypes } from '../domain/work.ts';
import { agreements } from './agreements.ts';
import { cases } from './cases.ts';
import { charters } from './charters.ts';
import type { DocumentType } from './document-type.ts';
import { plans } from './plans.ts';
import { projects } from './projects.ts';

const byType: Readonly<Record<WorkType, DocumentType>> = { charters, agreements, plans, projects, cases };

/** Every document type of the register, in the order of lists and menus. */
export const documentTypes: readonly DocumentType[] = workTypes.map((type) => byType[type]);

export const documentType = (type: WorkType): DocumentType => byType[type];
