import { addresses } from '../domain/addresses.ts';
import type { PlaceChain } from '../domain/place.ts';
import { shortPlaceName } from '../i18n/place-names.ts';
import { html, joined, type Markup } from './html.ts';

/**
 * One place with those above it, as ต. อ. จ.
 * @param isLinked whether each place is a link to its page
 */
export const placeLine = (chain: PlaceChain, isLinked = false): Markup =>
  html`<span class="place-line">${joined(
    chain.map((place) =>
      isLinked
        ? html`<a href="${addresses.place(place.code)}">${shortPlaceName(place)}</a>`
        : html`${shortPlaceName(place)}`,
    ),
    ' ',
  )}</span>`;
