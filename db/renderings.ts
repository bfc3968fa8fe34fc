import { and, eq } from 'drizzle-orm';
import type { Connection } from './connection.ts';
import { renderings } from './schema.ts';

/** The HTML kept for an edition's hash by this version of the renderer; null when it was never rendered. */
export async function findRendering(
  connection: Connection,
  sha256: string,
  renderer: number,
): Promise<string | null> {
  const row = connection
    .select({ html: renderings.html })
    .from(renderings)
    .where(and(eq(renderings.sha256, sha256), eq(renderings.renderer, renderer)))
    .get();
  return row?.html ?? null;
}

/** Keeps a rendering; rendering the same edition again changes nothing. */
export async function keepRendering(
  connection: Connection,
  rendering: { readonly sha256: string; readonly renderer: number; readonly html: string },
): Promise<void> {
  connection.insert(renderings).values(rendering).onConflictDoNothing().run();
}
