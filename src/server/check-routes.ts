import { type RoutePermission, routePermissions } from './route-permissions.ts';

/** A route of the site as the build knows it; those that are not of `src/pages` have another origin. */
export type BuiltRoute = { readonly pattern: string; readonly origin: string };

/** What the table of permissions and the routes of the site do not agree on, each as one sentence. */
export function routeProblems(
  routes: readonly BuiltRoute[],
  permissions: readonly RoutePermission[],
): readonly string[] {
  const own = new Set(routes.filter(({ origin }) => origin === 'project').map(({ pattern }) => pattern));
  const told = new Set(permissions.map(({ pattern }) => pattern));
  return [
    ...[...own].filter((pattern) => !told.has(pattern)).map(noRow),
    ...[...told].filter((pattern) => !own.has(pattern)).map(noRoute),
  ];
}

const noRow = (pattern: string): string =>
  `The route ${pattern} has no row in src/server/route-permissions.ts, which must say who may see it.`;
const noRoute = (pattern: string): string =>
  `src/server/route-permissions.ts has a row for ${pattern}, but src/pages has no such route.`;

/** Fails the build when a page was added without saying who may see it, or removed without its row. */
export function checkRoutes() {
  return {
    name: 'check-routes',
    hooks: {
      'astro:routes:resolved': ({ routes }: { readonly routes: readonly BuiltRoute[] }): void => {
        const problems = routeProblems(routes, routePermissions);
        if (problems.length > 0) throw new Error(problems.join('\n'));
      },
    },
  };
}
