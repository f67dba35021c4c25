// Every page of the demonstration world, each with the member of the cast whose page it is.
import { routes } from '../../src/app.ts'
import { arrangeMerger } from '../../src/features/merging-groups/actions/arrange-merger.ts'
import { createContext, type Installation } from '../../src/platform/context.ts'
import { addressWith, keyOf } from '../access-matrix/addresses.ts'
import { castOrder, expected } from '../access-matrix/expected.ts'
import { linkRecords, ownRecords } from '../access-matrix/records.ts'

export type PageOfWorld = { readonly path: string; readonly as: (typeof castOrder)[number] }

// What is no page, or leads to another.
const isNoPage = (path: string): boolean =>
  /\.(pdf|txt|csv|ics|js|atom)$|^\/calendar\/|^\/o\/|^\/offers\/:id$|^\/projects\/:code$|\.json$|\/suggestions$|\/materials\/:material$|^\/exports?\//.test(
    path,
  )

/** Whoever opens most of all, so that their own navigation is seen on it. */
const preferred = ['visitor', 'hub lead', 'hub administrator', 'national team', 'group lead', 'analyst'] as const

const whoOpens = (letters: string): PageOfWorld['as'] | null =>
  [...preferred, ...castOrder].find((member) => letters[castOrder.indexOf(member)] === '2') ?? null

/** States of a page that its address alone does not show. */
const more: readonly PageOfWorld[] = [
  { path: '/schools?q=park', as: 'visitor' },
  { path: '/schools?q=zzzzzz', as: 'visitor' },
  { path: '/for-you?role=head_of_department&at=900001', as: 'visitor' },
  { path: '/schools/900001', as: 'visitor' },
  { path: '/for-you?at=tamsel&workplace=everywhere', as: 'visitor' },
  { path: '/hubs?q=london', as: 'visitor' },
  { path: '/hubs?q=900001', as: 'visitor' },
  { path: '/hubs?q=walsall', as: 'visitor' },
  { path: '/hubs?q=lancashire', as: 'visitor' },
  { path: '/projects?year=2021-22&phase=secondary', as: 'visitor' },
  { path: '/projects?phase=secondary&role=head_of_department&near=900001&hub=nobody&month=soon', as: 'visitor' },
  { path: '/projects?q=swimming&open=yes', as: 'visitor' },
  { path: '/projects?near=tamsel&q=maths&page=2', as: 'visitor' },
  { path: '/nothing-here', as: 'visitor' },
  { path: '/', as: 'hub lead' },
  { path: '/', as: 'national team' },
  { path: '/', as: 'participant' },
  {
    path: '/network/hubs/london-central-and-west/merge?into=london-central-and-nw&from-day=1&from-month=11&from-year=2021',
    as: 'national team',
  },
  { path: '/my', as: 'participant' },
  { path: '/my', as: 'group lead' },
]

/** A group that is about to become part of another, until it is taken back or done. */
const arrangedMerger = async (installation: Installation): Promise<PageOfWorld> => {
  const { rows } = await installation.connections.pool.query<{ fromId: string; intoId: string }>(
    `select f.id as "fromId", i.id as "intoId" from groups f join groups i on i.name = 'Development, Hounslow and Feltham' where f.name = 'Development, Harrow'`,
  )
  const [groups = { fromId: '', intoId: '' }] = rows
  const system = createContext(installation, { kind: 'system', task: 'test' }, 'test')
  await arrangeMerger(system, { ...groups, reason: 'Both are small', leadsJoin: false, addsRoom: true })
  return { path: `/groups/${groups.fromId}/merge`, as: 'hub lead' }
}

export const pagesOfWorld = async (installation: Installation): Promise<readonly PageOfWorld[]> => {
  const own = await ownRecords(installation)
  const links = await linkRecords(installation, own)
  const found = routes
    .filter(({ method, path }) => method === 'GET' && !isNoPage(path))
    .flatMap((route): PageOfWorld[] => {
      const as = whoOpens(expected[keyOf(route)]?.own ?? '')
      const { url, exists } = addressWith(route.path, route.access.purpose ? { ...own, ...links(route) } : own)
      return as && exists ? [{ path: url, as }] : []
    })
  // What an administrator may not choose is said in words.
  const asAdministrator = {
    path: `/hub/${own['hub']}/offers/${own['offerId']}/edit?said=changed`,
    as: 'hub administrator',
  } as const
  return [...found, ...more, asAdministrator, await arrangedMerger(installation)]
}
