import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { type ComponentDescription, describeComponent } from './describe-component.ts';

/** A component with a piece of page that shows it, filled with obvious test data. */
export type Specimen = ComponentDescription & {
  /** Path below `src/components`, without its ending: `desk/text-field`. */
  readonly name: string;
  readonly view: AstroComponentFactory;
};

const sources = import.meta.glob<string>('../components/**/*.astro', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const views = import.meta.glob<AstroComponentFactory>('./**/*.astro', { import: 'default', eager: true });

/** Every component that has a specimen, by name; `tests/components/specimens.test.ts` asks for the others. */
export const specimens: readonly Specimen[] = Object.entries(views)
  .map(([file, view]) => {
    const name = file.slice('./'.length, -'.astro'.length);
    return { name, view, ...describeComponent(sources[`../components/${name}.astro`] ?? '') };
  })
  .sort((a, b) => folderOf(a.name).localeCompare(folderOf(b.name)) || a.name.localeCompare(b.name));

/** The folder of a component, empty for those at the top. */
export function folderOf(name: string): string {
  return name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : '';
}
