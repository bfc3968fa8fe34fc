import type { z } from 'zod';
import type { Register } from '../../db/connection.ts';
import type { Refusal } from '../domain/errors.ts';
import type { Instant } from '../domain/iso-date.ts';
import type { WordList } from '../search/word-list.ts';
import type { Parameters, ValuesOf } from './parameters.ts';
import type { ParameterError, ProblemCode } from './problem.ts';

export const apiRoot = '/api/v1';

/** What an operation may use; nothing of who asks. */
export type ApiContext = {
  readonly register: Register;
  readonly origin: string;
  readonly now: Instant;
  readonly searchWords: () => Promise<WordList>;
};

/** The groups of the document, in its order. */
export const tags = {
  works: { th: 'เอกสารและฉบับ', en: 'Works and editions' },
  provisions: { th: 'ข้อในเอกสาร', en: 'Provisions' },
  agreements: { th: 'พันธสัญญาและภาคี', en: 'Commitments and parties' },
  places: { th: 'พื้นที่', en: 'Places' },
  bodies: { th: 'หน่วยงาน เครือข่าย และประเด็น', en: 'Organisations, networks and topics' },
  search: { th: 'ค้นหา', en: 'Search' },
  register: { th: 'ทะเบียนทั้งเล่ม', en: 'The register' },
} as const;
export type Tag = keyof typeof tags;

/** Pages of one list, as the `Link` header tells them. */
export type Paging = { readonly page: number; readonly pages: number; readonly asOf: string | null };

/** What an operation comes to. */
export type Outcome<T> =
  | {
      readonly kind: 'answer';
      readonly value: T;
      readonly paging?: Paging;
      /** Parameters of the part that goes on where this one ends. */
      readonly next?: Readonly<Record<string, string>>;
      /** `none` for what must be asked for anew each time; else programs ask whether it is still so. */
      readonly keep?: 'none' | 'minute';
    }
  /** The answer as it is written elsewhere: a file of the same shape. */
  | { readonly kind: 'written'; readonly text: string }
  /** The same question in its one fixed form; a parameter that is null has no place there. */
  | { readonly kind: 'moved'; readonly to: Readonly<Record<string, string | null>> }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly detail: string }
  | { readonly kind: 'not_found' }
  | { readonly kind: 'wrong'; readonly errors: readonly ParameterError[] };

type About = {
  /** Unique; a generated client names its function so. */
  readonly id: string;
  /** Below `/api/v1`, with `{name}` for each of `path`. */
  readonly address: string;
  readonly tag: Tag;
  /** What it answers, in a few words. */
  readonly th: string;
  readonly en: string;
  /** An address below `/api/v1` that the seeded register answers. */
  readonly example: string;
  /** Whether an address in another form is answered with the way to its fixed form. */
  readonly mayMove?: boolean;
};

type Definition<P extends Parameters, Q extends Parameters, A extends z.ZodType> = About & {
  readonly path: P;
  readonly query: Q;
  readonly answer: A;
  readonly run: (asked: ValuesOf<P> & ValuesOf<Q>, context: ApiContext) => Promise<Outcome<z.output<A>>>;
};

/** An operation of any kind, as the router, the document and the page about the API see it. */
export type Operation = About & {
  readonly path: Parameters;
  readonly query: Parameters;
  readonly answer: z.ZodType;
  readonly run: (asked: Readonly<Record<string, unknown>>, context: ApiContext) => Promise<Outcome<unknown>>;
};

/** Declares an operation: its parameters and its answer once, for the reader, the writer and the document. */
export const operation = <P extends Parameters, Q extends Parameters, A extends z.ZodType>(
  definition: Definition<P, Q, A>,
): Operation => definition as unknown as Operation;
