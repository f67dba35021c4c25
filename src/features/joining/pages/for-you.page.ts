import type { Context } from '../../../platform/context.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { academicYearOf } from '../../../vocabulary/academic-year.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { isPostKind, type PostKind } from '../../../vocabulary/posts.ts'
import { schoolSign, servedAuthority } from '../../catalogue/index.ts'
import { type Led, ledTo } from '../../finding/index.ts'
import { workplaces } from '../for-you.ts'
import { fromOf } from '../from.ts'
import { type Asking, entriesFor } from '../joining-queries.ts'
import { ownOf } from '../own-queries.ts'
import { nothingOfHistory, type Sight, sightOf } from '../sight-queries.ts'
import { forYouView, type Said, type Suggested } from './for-you.view.ts'

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

const askingOf = async ({ db }: Context, led: Led | null, said: Said, sight: Sight): Promise<Asking> => {
  const place = led?.kind === 'place' ? led.place : null
  const school = led?.kind === 'place' ? led.school : null
  const code = school?.authorityCode ?? null
  if (school)
    return {
      who: school,
      from: fromOf(school, code ? await servedAuthority(db, code) : null),
      withHistory: sight.history,
    }
  const from = {
    point: place?.point ?? null,
    authorities: place?.authorities.map((authority) => authority.code) ?? [],
    region: place?.authorities[0]?.region ?? null,
  }
  return { who: { workplace: said.workplace }, from, withHistory: false }
}

const suggest = async (
  context: Context,
  said: Said & { readonly role: PostKind },
  led: Led | null,
): Promise<Suggested> => {
  const school = led?.kind === 'place' ? led.school : null
  const sight = school ? await sightOf(context, school.id) : nothingOfHistory
  const year = academicYearOf(context.today)
  const [entries, own] = await Promise.all([
    askingOf(context, led, said, sight).then((asking) => entriesFor(context, asking, said.role)),
    school && sight.history ? ownOf(context.db, { organisationId: school.id, year, hubIds: sight.hubIds }) : null,
  ])
  return { year, entries, own, withHistory: sight.history }
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
  const { role } = said
  const isKnown = led?.kind !== 'which' && problems.length === 0
  const suggested = isKnown && role !== null ? await suggest(context, { ...said, role }, led) : null
  return page(forYouView(frame, { said, led, problems, suggested }))
}
