import type { FormField, Shape } from './shape.ts';

/**
 * The control at which a problem is shown, from where it is in the record: `facts.slogan.value` is the control
 * `facts.slogan`, `facts.hazards.value.2.act.value` is `facts.hazards.2.act`, and `adopted.values.1.note` is
 * `adopted~values.1~note`. The name of a control stays what it is.
 */
export function controlOf(fields: readonly FormField[], path: string): string {
  if (path.includes('~')) return path;
  const [key = '', ...rest] = path.split('.');
  const field = fields.find((one) => one.key === key);
  return field ? inside(field.shape, key, rest) : path;
}

function inside(shape: Shape, control: string, rest: readonly string[]): string {
  const [step, ...further] = rest;
  if (step === undefined) return control;
  switch (shape.kind) {
    case 'group':
      return insideFields(shape.fields, control, step, further);
    case 'list': {
      const [key, ...last] = further;
      const entry = `${control}.${step}`;
      return key === undefined ? entry : insideFields(shape.fields, entry, key, last);
    }
    case 'fact':
      return insideFact(shape.of, control, step, further);
    default:
      return control;
  }
}

function insideFields(
  fields: readonly FormField[],
  base: string,
  key: string,
  rest: readonly string[],
): string {
  const field = fields.find((one) => one.key === key);
  return field ? inside(field.shape, `${base}.${key}`, rest) : base;
}

function insideFact(of: Shape, control: string, step: string, rest: readonly string[]): string {
  if (step === 'value') return inside(of, control, rest);
  if (step === 'note') return `${control}~note`;
  if (step === 'sources') return control;
  if (step !== 'values' || rest[0] === undefined) return inside(of, control, [step, ...rest]);
  const [position, ...further] = rest;
  const entry = `${control}~values.${position}`;
  return further[0] === undefined ? entry : insideFact(of, entry, further[0], further.slice(1));
}
