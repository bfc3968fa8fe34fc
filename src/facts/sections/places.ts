import { scopes } from '../../domain/edition.ts';
import type { Section } from '../section.ts';
import { choice, text } from '../shape.ts';

export const places: Section = {
  key: 'places',
  fields: () => [
    { key: 'places', shape: { kind: 'choices', of: 'places' } },
    { key: 'possiblePlaces', shape: { kind: 'choices', of: 'places' } },
    { ...text('placeNote', { rows: 2 }), key: 'placeNote' },
    { ...choice('scope', scopes, true), key: 'scope' },
    { ...text('scopeNote', { rows: 2 }), key: 'scopeNote' },
  ],
};
