import type { FormField, Shape } from './shape.ts';
import { entriesOf, type Typed } from './typed.ts';

/** Every control of a form, those of list entries among them, by the shape of its value. */
export function walkForm(
  fields: readonly FormField[],
  typed: Typed,
  base = '',
): readonly { readonly control: string; readonly shape: Shape }[] {
  return fields.flatMap(({ key, shape }) => walk(shape, typed, `${base}${key}`));
}

function walk(
  shape: Shape,
  typed: Typed,
  control: string,
): readonly { readonly control: string; readonly shape: Shape }[] {
  switch (shape.kind) {
    case 'group':
      return walkForm(shape.fields, typed, `${control}.`);
    case 'list':
      return entriesIn(typed, control).flatMap((entry) => walkForm(shape.fields, typed, `${entry}.`));
    case 'fact':
      return [
        ...walk(shape.of, typed, control),
        ...entriesIn(typed, `${control}~values`).flatMap((entry) => walk(shape.of, typed, entry)),
      ];
    default:
      return [{ control, shape }];
  }
}

const entriesIn = (typed: Typed, list: string): readonly string[] =>
  [...Array(entriesOf(typed, list)).keys()].map((position) => `${list}.${position}`);
