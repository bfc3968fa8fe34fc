import type { Place } from '../domain/place.ts';

/** What the map shows: the outline of each province with its number of works. */
export type ProvinceMap = {
  readonly viewBox: string;
  readonly provinces: readonly {
    readonly place: Place & { readonly works: number };
    /** The `d` of an SVG path. */
    readonly path: string;
  }[];
};

/** The shades from none to most, each from its smallest number of works. */
export const shades = [
  { shade: 0, from: 0, label: 'ยังไม่มี' },
  { shade: 1, from: 1, label: '1–2 เรื่อง' },
  { shade: 2, from: 3, label: '3–9 เรื่อง' },
  { shade: 3, from: 10, label: '10–99 เรื่อง' },
  { shade: 4, from: 100, label: '100 เรื่องขึ้นไป' },
] as const;

export const shadeOf = (works: number): number => shades.findLast(({ from }) => works >= from)?.shade ?? 0;
