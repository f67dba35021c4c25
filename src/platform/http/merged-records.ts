import { isId } from '../../vocabulary/ids.ts'
import { type Answer, type PageRequest, type Route, redirect } from './routes.ts'

const named = ['person', 'organisation'] as const

/**
 * Lets a page answer for the record that an address means by now: one that was merged into another stands for that one, whoever
 * may see that one is led on to its own address, and for everybody else there is nothing here. An undo lets the address mean its own again.
 */
export const answerAsRecordsStand = async (route: Route, request: PageRequest): Promise<Answer> => {
  const params = await standingFor(request)
  if (!params) return route.page(request)
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const answer = await route.page({ ...request, params, path })
  if (route.method !== 'GET' || answer.status !== 200) return answer
  return redirect(request.query.size > 0 ? `${path}?${request.query}` : path)
}

const standingFor = async ({ params, context }: PageRequest): Promise<Readonly<Record<string, string>> | null> => {
  const asked = named.flatMap((name) => (isId(params[name] ?? '') ? [params[name] ?? ''] : []))
  if (asked.length === 0) return null
  const rows = await context.db
    .selectFrom('merged_records')
    .select(['record_id as was', 'into_id as is'])
    .where('record_id', 'in', asked)
    .execute()
  if (rows.length === 0) return null
  const standing = new Map(rows.map((row) => [row.was, row.is]))
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, standing.get(value) ?? value]))
}
