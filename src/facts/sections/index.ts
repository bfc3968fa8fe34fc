import type { Section } from '../section.ts';
import { about } from './about.ts';
import { claims } from './claims.ts';
import { commitments } from './commitments.ts';
import { dates } from './dates.ts';
import { details } from './details.ts';
import { parties } from './parties.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { relations } from './relations.ts';
import { sources } from './sources.ts';
import { topics } from './topics.ts';

/** Every section of facts, in the order in which an officer meets them. */
export const sections: readonly Section[] = [
  about,
  places,
  dates,
  sources,
  parties,
  people,
  commitments,
  claims,
  topics,
  details,
  relations,
];

/** The key of the section after another one; null for the last. */
export const sectionAfter = (key: string): string | null =>
  sections[sections.findIndex((section) => section.key === key) + 1]?.key ?? null;

export const sectionNamed = (key: string): Section | null =>
  sections.find((section) => section.key === key) ?? null;
