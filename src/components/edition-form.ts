import type { WorkType } from '../domain/work.ts';

/** The facts of a type that stand in a form of their own before the text, and the parts of the page that hold them. */
export type EditionForm = {
  readonly sections: readonly { readonly id: string; readonly label: string }[];
  readonly keys: readonly string[];
};

/** The parts of a case in the order in which its page tells them. */
export const practiceKeys = [
  ...['problem', 'buildingBlocks', 'agreementItems', 'conditions', 'resources', 'since'],
  ...['results', 'expected', 'limits', 'contactOffice'],
] as const;

const none: EditionForm = { sections: [], keys: [] };

const forms: Readonly<Partial<Record<WorkType, EditionForm>>> = {
  plans: {
    sections: [
      { id: 'guide', label: 'แผนนี้บอกว่าใครทำอะไร' },
      { id: 'chain', label: 'แผนที่ส่งต่อกัน' },
    ],
    keys: ['hazards', 'firstActions', 'indicators'],
  },
  projects: {
    sections: [
      { id: 'form', label: 'โครงการตามเก้าหัวข้อ' },
      { id: 'monitoring', label: 'การติดตามและสนับสนุน' },
    ],
    keys: [
      ...['owner', 'alignedGoals', 'goals', 'targetGroups', 'targetPlanned', 'targetAttended', 'rationale'],
      ...['years', 'formats', 'activityTypes', 'areas', 'budget', 'funder', 'results', 'enteredAt'],
      ...['reports', 'visits'],
    ],
  },
  cases: {
    sections: [{ id: 'practice', label: 'กรณีตัวอย่างนี้' }],
    // Who took it over stands in the part about its spread.
    keys: [...practiceKeys, 'adoptions'],
  },
};

export const editionForm = (type: WorkType): EditionForm => forms[type] ?? none;
