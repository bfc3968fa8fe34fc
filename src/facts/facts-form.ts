import type { FieldProblem } from '../domain/errors.ts';
import type { FormChoices } from './form-choices.ts';
import type { FormField } from './shape.ts';
import type { Typed } from './typed.ts';

/** A form of facts as it is shown. */
export type FactsForm = {
  readonly fields: readonly FormField[];
  readonly typed: Typed;
  /** Named by control. */
  readonly problems: readonly FieldProblem[];
  readonly choices: FormChoices;
  /** Address of the page, to which the buttons inside return with the place they stand at. */
  readonly here: string;
  /** The control or entry that a button was pressed for, which is shown open; '' for none. */
  readonly opened: string;
};

/** True when something at the control, or inside it, is wrong or was just worked on. */
export const isOpened = ({ problems, opened }: FactsForm, control: string): boolean =>
  [opened, ...problems.map(({ field }) => field)].some(
    (name) => name === control || name.startsWith(`${control}.`) || name.startsWith(`${control}~`),
  );
