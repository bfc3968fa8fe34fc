import abbreviations from '../../content/vocabularies/abbreviations.json' with { type: 'json' };
import { toSearchForm } from '../thai/normal-form.ts';
import { toUnits, type Unit } from '../thai/units.ts';
import type { Phrase } from './phrase.ts';
import { tokenSpan } from './tokens.ts';

type Form = { readonly written: string; readonly units: readonly Unit[] };
type Rule = { readonly group: string; readonly from: Form; readonly to: Form; readonly kind: RuleKind };
type RuleKind = 'term' | 'related' | 'before-name' | 'one-way';

/** What else a word may be called: the form as written in the table, and the units to look for. */
export type OtherName = {
  readonly written: string;
  readonly units: readonly Unit[];
  /** A name as typed follows, which may still be incomplete. */
  readonly endsAsTyped: boolean;
};

function toForm(written: string): Form {
  return { written, units: toUnits(toSearchForm(written)) };
}

/** Ambiguous groups give no rule: an abbreviation with two meanings is never expanded. */
function toRules(entry: {
  readonly id: string;
  readonly kind: string;
  readonly forms: readonly string[];
}): Rule[] {
  const group = entry.id;
  const forms = entry.forms.map(toForm);
  const [first, second] = forms;
  if (first === undefined || second === undefined) return [];
  switch (entry.kind) {
    case 'term':
    case 'related': {
      const { kind } = entry;
      return forms.flatMap((from) =>
        forms.filter((to) => to !== from).map((to): Rule => ({ group, from, to, kind })),
      );
    }
    case 'before-name':
    case 'one-way':
      return [{ group, from: first, to: second, kind: entry.kind }];
    default:
      return [];
  }
}

const rules: readonly Rule[] = abbreviations.groups.flatMap(toRules);

/**
 * Other names of one query word: of the whole word (สสส.) or of its beginning with a name after it (อบต.บ้านหยวก).
 * ต. อ. จ. ม. count only when typed with the dot and followed by a name. A name of fewer than three units is left
 * out, because without dots ท.ต. also stands inside other words.
 */
export function otherNames(typed: string, units: readonly Unit[]): readonly OtherName[] {
  const fitting = rules.filter((rule) => rule.kind !== 'related' && fits(rule, typed, units));
  return fitting.flatMap(({ group, from, to }): readonly OtherName[] => {
    const hasLonger = fitting.some(
      (rule) => rule.group === group && rule.from.units.length > from.units.length,
    );
    const rest = units.slice(from.units.length);
    if (hasLonger || to.units.length + rest.length < tokenSpan) return [];
    const name = rest.length === 0 ? '' : typed.slice(rest[0]?.start);
    return [{ written: to.written + name, units: [...to.units, ...rest], endsAsTyped: rest.length > 0 }];
  });
}

function fits({ from, kind }: Rule, typed: string, units: readonly Unit[]): boolean {
  if (!from.units.every(({ text }, index) => units[index]?.text === text)) return false;
  const rest = units.length - from.units.length;
  switch (kind) {
    case 'term':
      return rest !== 1 || isTypedWithDot(from, typed);
    case 'related':
    case 'one-way':
      return rest === 0;
    case 'before-name':
      return rest > 0 && isTypedWithDot(from, typed);
    default:
      return kind satisfies never;
  }
}

/** Names that mean about the same as the whole word (MOU, บันทึกความเข้าใจ): for when the word itself finds nothing. */
export function relatedNames(units: Phrase['units']): readonly Form[] {
  return rules.filter(({ kind, from }) => kind === 'related' && isWhole(from, units)).map(({ to }) => to);
}

/** The meanings of an ambiguous abbreviation: they are offered and never chosen. */
export function meaningsOf(units: Phrase['units']): readonly string[] {
  return abbreviations.groups.flatMap((group) =>
    'meanings' in group && group.forms.some((form) => isWhole(toForm(form), units)) ? group.meanings : [],
  );
}

function isWhole({ units }: Form, others: Phrase['units']): boolean {
  return units.length === others.length && units.every(({ text }, index) => others[index]?.text === text);
}

/** อบต.ไผ่ and ต.ไผ่, but not the whole อ.ป.ท. */
function isTypedWithDot({ written }: Form, typed: string): boolean {
  const rest = typed.slice(written.length);
  return written.endsWith('.') && typed.startsWith(written) && !rest.includes('.');
}
