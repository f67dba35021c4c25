import { found } from '../../../platform/errors.ts'
import { type Answer, file, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import { ownPartIn } from '../../own-part/index.ts'
import { groupWorkedOn } from '../../registers/index.ts'
import { type GroupSums, groupSums } from '../group-sums.ts'
import { attendanceFacts } from '../queries.ts'
import { csvHead, csvLines } from '../sums-csv.ts'
import { sumsView } from './sums.view.ts'

type Shown = { readonly group: { id: string; name: string; project: string }; readonly sums: GroupSums }

/** A group's sums for those who do its work. */
const worked = async ({ context, params }: PageRequest): Promise<Shown> => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const facts = found((await attendanceFacts(context.db, [group.id], context.today)).get(group.id))
  return { group: { id: group.id, name: group.name, project: group.projectTitle }, sums: groupSums(facts) }
}

/** The same for a school or a participant: their own organisation alone, and of its people only those who are theirs to read. */
const own = async ({ context, params }: PageRequest): Promise<Shown> => {
  const { group, own } = found(await ownPartIn(context, params['group'] ?? ''))
  const facts = found((await attendanceFacts(context.db, [group.id], context.today)).get(group.id))
  const people = new Set(own.map(({ personId }) => personId))
  const sums = groupSums(facts, new Set(own.map(({ organisationId }) => organisationId)))
  return {
    group: { id: group.id, name: group.name, project: group.project },
    sums: { ...sums, people: sums.people.filter(({ id }) => people.has(id)) },
  }
}

const csv = ({ group, sums }: Shown): Answer =>
  file({
    body: writeCsv([csvHead, ...csvLines(group, sums)]),
    type: 'text/csv; charset=utf-8',
    name: `${slugOf(group.name)}-attendance.csv`,
  })

export const showGroupSums: Page = async (request) => {
  const shown = await worked(request)
  return page(sumsView(request.frame, { ...shown, path: request.path, backTo: `/groups/${shown.group.id}/attendance` }))
}
export const exportGroupSums: Page = async (request) => csv(await worked(request))

export const showOwnSums: Page = async (request) => {
  const shown = await own(request)
  return page(sumsView(request.frame, { ...shown, path: request.path, backTo: `/my/groups/${shown.group.id}` }))
}
export const exportOwnSums: Page = async (request) => csv(await own(request))
