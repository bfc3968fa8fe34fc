import type { FormField } from '../../../facts/shape.ts';
import type { Typed } from '../../../facts/typed.ts';
import { typedText } from '../../_read-form.ts';

/** What a pressed button asks for; `at` is the control, list or entry that it stands at. */
export type FactsAction = {
  readonly kind: 'save' | 'find' | 'add' | 'remove' | 'restore' | 'up' | 'down' | 'reopen' | 'unknown';
  readonly at: string;
};

export type PostedFacts = { readonly action: FactsAction; readonly shown: string; readonly typed: Typed };

const kinds = ['save', 'find', 'add', 'remove', 'restore', 'up', 'down', 'reopen'] as const;

/** Reads what a form of facts sends: the controls of its fields alone, as they should be stored. */
export function readFactsForm(
  posted: ReadonlyMap<string, string>,
  fields: readonly FormField[],
): PostedFacts {
  const [value = '', ...rest] = (posted.get('action') ?? '').split(':');
  const kind = kinds.find((one) => one === value) ?? 'unknown';
  const keys = new Set(fields.map(({ key }) => key));
  const own = [...posted.keys()].filter((name) => keys.has(name.split(/[.~]/)[0] ?? ''));
  return {
    action: { kind, at: rest.join(':') },
    shown: posted.get('shown') ?? '',
    typed: new Map(own.map((name) => [name, typedText(posted, name)])),
  };
}
