type Listed = { readonly method: string; readonly path: string; readonly access: { readonly sentence: string } }

const escaped = (text: string): string => text.replaceAll('|', '\\|')

const byPath = (a: Listed, b: Listed): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1

/** Every address with its method and who may open it. */
export const routesPage = (routes: readonly Listed[]): string => {
  const rows = [...routes]
    .sort(byPath)
    .map(({ method, path, access }) => `| ${method} | \`${path}\` | ${escaped(access.sentence)} |`)
  return [
    '# Routes',
    'Every address, and who may open it. Opening is the first of three gates: queries look only at what the person may see, and policies decide what they may do (see [roles and permissions](roles-and-permissions.md)).',
    'Who is not signed in and has to be is sent to `/sign-in`; who may not open an address is told 403, and a stranger to a hub or a record 404, as if it were not there.',
    ['| | address | open to |', '| --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n')
}
