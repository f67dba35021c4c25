import { Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { parseUrn } from '../../../vocabulary/urn.ts'
import { addressOf, organisationsById, schoolByUrn } from '../../organisations/index.ts'
import { decideSchools } from '../actions/decide-schools.ts'
import { type SchoolFound, schoolsOf } from '../school-queries.ts'
import { importAt } from './imports.page.ts'
import { schoolsView } from './schools.view.ts'

const pageSize = 25
const isOpen = ({ certainty }: SchoolFound): boolean => certainty === 'likely' || certainty === 'unknown'

const fieldOf = (school: SchoolFound, all: readonly SchoolFound[]): string => `school_${all.indexOf(school)}`

const draw = async (request: PageRequest, form: FormState = emptyForm) => {
  const { hub, spreadsheet, base } = await importAt(request)
  const { db } = request.context
  const all = await schoolsOf(db, spreadsheet.id)
  const asked = request.query.get('show') === 'all' ? all : all.filter(isOpen)
  const shown = asked.slice(0, pageSize)
  const ids = shown.flatMap(({ candidates, organisationId }) => [
    ...candidates.map((choice) => choice.organisationId),
    ...(organisationId ? [organisationId] : []),
  ])
  const known = await organisationsById(db, [...new Set(ids)])
  const seen = (id: string) => {
    const organisation = known.get(id)
    const urn = organisation?.urn ? `URN ${organisation.urn}` : ''
    return {
      id,
      name: organisation?.name ?? 'An organisation that is gone',
      where: organisation ? [addressOf(organisation), urn].filter(Boolean).join(' · ') : '',
    }
  }
  return schoolsView(request.frame, {
    hub,
    spreadsheet,
    base,
    open: all.filter(isOpen).length,
    certain: all.length - all.filter(isOpen).length,
    showsAll: request.query.get('show') === 'all',
    more: asked.length - shown.length,
    schools: shown.map((school) => ({
      field: fieldOf(school, all),
      said: school.said,
      rows: school.rows,
      certainty: school.certainty,
      reason: school.reason,
      chosen: school.organisationId ? seen(school.organisationId) : null,
      choices: school.candidates.map(({ organisationId, reason }) => ({ ...seen(organisationId), reason })),
    })),
    form,
  })
}

export const showSchools: Page = async (request) => {
  const { spreadsheet, base } = await importAt(request)
  return spreadsheet.status === 'settling' || spreadsheet.status === 'ready'
    ? page(await draw(request))
    : redirect(base)
}

type Choice = { readonly key: string; readonly organisationId: string | null }
type Read = { readonly choices: readonly Choice[]; readonly errors: readonly FieldError[] }

const byUrn = async (request: PageRequest, field: string, key: string): Promise<Read> => {
  const typed = typedText(request.body, `${field}_urn`)
  const urn = parseUrn(typed)
  const wrong = (message: string): Read => ({ choices: [], errors: [{ field: `${field}_urn`, message }] })
  if (urn === null) return wrong('Enter the URN of the school, six digits')
  const school = await schoolByUrn(request.context.db, urn)
  if (!school) return wrong(`No school has the URN ${urn}`)
  if (school.status === 'closed') return wrong(`${school.name} has closed: enter the URN of the school that follows it`)
  return { choices: [{ key, organisationId: school.id }], errors: [] }
}

const readOne = async (request: PageRequest, school: SchoolFound, field: string): Promise<Read> => {
  const { key } = school
  const typed = typedText(request.body, field)
  if (typed === 'urn') return byUrn(request, field, key)
  if (typed === 'left_out') return { choices: [{ key, organisationId: null }], errors: [] }
  const isProposed = isId(typed) && school.candidates.some(({ organisationId }) => organisationId === typed)
  return { choices: isProposed ? [{ key, organisationId: typed }] : [], errors: [] }
}

/** Keeps which schools are meant, as far as they were said; the rest can be said later. */
export const saveSchools: Page = async (request) => {
  const { spreadsheet, base } = await importAt(request)
  const all = await schoolsOf(request.context.db, spreadsheet.id)
  const read: Read[] = []
  for (const school of all) read.push(await readOne(request, school, fieldOf(school, all)))
  const errors = read.flatMap((each) => each.errors)
  const again = async (wrong: readonly FieldError[]) =>
    invalid(await draw(request, { typed: request.body, errors: wrong }))
  if (errors.length > 0) return again(errors)
  const choices = read.flatMap((each) => each.choices)
  const firstOpen = all.find(isOpen) ?? all[0]
  if (choices.length === 0)
    return again([
      {
        field: firstOpen ? fieldOf(firstOpen, all) : 'school_0',
        message: 'Choose which school is meant, for one of them at least',
      },
    ])
  try {
    await decideSchools(request.context, { importId: spreadsheet.id, choices })
  } catch (problem) {
    if (!(problem instanceof Refused) || !firstOpen) throw problem
    return again([{ field: fieldOf(firstOpen, all), message: problem.message }])
  }
  return redirect(base)
}
