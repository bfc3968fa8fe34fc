import { expect, test } from 'vitest';
import { routeProblems } from '../../src/server/check-routes.ts';
import { routePermissions } from '../../src/server/route-permissions.ts';

const routes = [...new Set(routePermissions.map(({ pattern }) => pattern))].map((pattern) => ({
  pattern,
  origin: 'project',
}));

test('a site whose every route has a row is built', () => {
  expect(routeProblems(routes, routePermissions)).toEqual([]);
});

test('a page that nobody said who may see fails the build, by its name', () => {
  const added = [...routes, { pattern: '/desk/forgotten', origin: 'project' }];
  expect(routeProblems(added, routePermissions)).toEqual([
    'The route /desk/forgotten has no row in src/server/route-permissions.ts, which must say who may see it.',
  ]);
});

test('a row whose page is gone fails the build', () => {
  const left = routes.filter(({ pattern }) => pattern !== '/desk/new');
  expect(routeProblems(left, routePermissions)).toEqual([
    'src/server/route-permissions.ts has a row for /desk/new, but src/pages has no such route.',
  ]);
});

test('what the framework itself brings needs no row', () => {
  const own = { pattern: '/_server-islands/[name]', origin: 'internal' };
  expect(routeProblems([...routes, own], routePermissions)).toEqual([]);
});
