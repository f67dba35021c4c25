import type { Context } from '../../../platform/context.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { isPostKind, type PostKind } from '../../../vocabulary/posts.ts'
import { schoolSign } from '../../catalogue/index.ts'
import { type Asker, verdictsForPost } from '../../criteria/index.ts'
import { organisationIdsOf } from '../../people/index.ts'
import { wholeYear } from '../asked.ts'
import { mattering, type Workplace, workplaces } from '../for-you.ts'
import { nearbyOf } from '../looking-queries.ts'
import type { Led } from '../place.ts'
import { ledTo } from '../place-queries.ts'
import { fitting } from '../search.ts'
import { lookedThrough } from '../search-queries.ts'
import { shownOf } from '../shown-queries.ts'
import { forYouView, type Said, type Suggested } from './for-you.view.ts'

const mostShown = 5
const offersShown = 2

const saidIn = (query: URLSearchParams): Said => {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, 200)
  const [role, workplace] = [text('role'), text('workplace')]
  return {
    role: isPostKind(role) ? role : null,
    workplace: workplaces.find((each) => each === workplace) ?? null,
    at: text('at'),
    given: { role, workplace },
  }
}

const problemsIn = ({ role, workplace, at, given }: Said, led: Led | null): readonly FieldError[] => [
  ...(role === null
    ? [
        {
          field: 'role',
          message:
            given.role === '' ? 'Choose what you do.' : `No post is called “${given.role}”: choose one from the list.`,
        },
      ]
    : []),
  ...(given.workplace !== '' && workplace === null
    ? [{ field: 'workplace', message: `“${given.workplace}” is no place of work: choose one from the list.` }]
    : []),
  ...(given.workplace === '' && at === ''
    ? [{ field: 'workplace', message: 'Choose where you work, or name your school.' }]
    : []),
  ...(led?.kind === 'unknown'
    ? [
        {
          field: 'at',
          message: `Nothing is known of “${at}”: enter the name of your school, its postcode, or a town. Places are found by the schools known there.`,
        },
      ]
    : []),
]

/** Only somebody of the school itself is told what depends on its history; all others what the public register says. */
const askerOf = ({ actor }: Context, led: Led | null, workplace: Workplace | null): Asker =>
  led?.kind === 'place' && led.school
    ? { organisationId: led.school.id, withHistory: organisationIdsOf(actor).includes(led.school.id) }
    : { phase: workplace }

const suggest = async (
  context: Context,
  { post, asker, led }: { post: PostKind; asker: Asker; led: Led | null },
): Promise<Suggested> => {
  const { db, today } = context
  const year = academicYearOf(today)
  const looked = await lookedThrough(db, { year, terms: [], nearby: nearbyOf(led), today })
  const all = fitting({ ...looked, forRole: new Map() }, wholeYear(year))
  const projectIds = all.map(({ project }) => project.id)
  const answers = await verdictsForPost(context, { projectIds, post, asker })
  const candidates = all.flatMap((one) => {
    const answer = answers.get(one.project.id)
    return answer ? [{ fitting: one, ...answer }] : []
  })
  const those = mattering(candidates, looked.hubs)
  const first = those.slice(0, mostShown)
  const shown = await shownOf(db, {
    fitting: first.map((each) => each.fitting),
    hubs: looked.hubs,
    today,
    most: offersShown,
  })
  return {
    year,
    total: those.length,
    withHistory: 'withHistory' in asker && asker.withHistory,
    projects: first.flatMap(({ fitting: { project }, verdicts, forPost }) => {
      const drawn = shown.find((each) => each.project.id === project.id)
      return drawn ? [{ ...drawn, verdicts, forPost }] : []
    }),
  }
}

/** "I am a … at a …": the few projects that matter to somebody, with why and where. */
export const showForYou: Page = async ({ context, query, frame }) => {
  const said = saidIn(query)
  const isAsked = said.given.role !== '' || said.given.workplace !== '' || said.at !== ''
  if (!isAsked) return page(forYouView(frame, { said, led: null, problems: [], suggested: null }))
  const led = said.at === '' ? null : await ledTo(context.db, said.at)
  if (led?.kind === 'place' && led.school && said.at !== schoolSign(led.school))
    return redirect(`/for-you?${new URLSearchParams({ ...said.given, at: schoolSign(led.school) })}`)
  const problems = problemsIn(said, led)
  const isKnown = said.role !== null && led?.kind !== 'which' && problems.length === 0
  const suggested =
    isKnown && said.role !== null
      ? await suggest(context, { post: said.role, asker: askerOf(context, led, said.workplace), led })
      : null
  return page(forYouView(frame, { said, led, problems, suggested }))
}
