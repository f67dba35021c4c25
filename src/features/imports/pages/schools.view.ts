import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Import } from '../import.ts'
import { crumbs, type HubSeen } from './imports.view.ts'

type Seen = { readonly id: string; readonly name: string; readonly where: string }

type SchoolShown = {
  readonly field: string
  readonly said: string
  readonly rows: number
  readonly certainty: string
  readonly reason: string | null
  readonly chosen: Seen | null
  readonly choices: readonly (Seen & { readonly reason: string | null })[]
}

type SchoolsPage = {
  readonly hub: HubSeen
  readonly spreadsheet: Import
  readonly base: string
  readonly open: number
  readonly certain: number
  readonly showsAll: boolean
  readonly more: number
  readonly schools: readonly SchoolShown[]
  readonly form: FormState
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const hintOf = ({ rows, certainty, reason, chosen, choices }: SchoolShown): string => {
  const where = `In ${counted(rows, 'row', 'rows')}.`
  if (chosen) return `${where} Taken for ${chosen.name}${reason ? `: ${reason}` : ''}. Choose only to change that.`
  if (certainty === 'left_out') return `${where} Left out, as you decided. Choose only to change that.`
  if (reason) return `${where} ${reason}.`
  return choices.length > 0 ? `${where} These are the nearest.` : `${where} Nothing like it is known here.`
}

const question = (form: FormState, school: SchoolShown): Html =>
  radiosField(form, {
    name: school.field,
    label: school.said,
    hint: hintOf(school),
    small: true,
    items: [
      ...school.choices.map(({ id, name, where, reason }) => ({
        value: id,
        text: name,
        hint: [where, reason].filter(Boolean).join('; '),
      })),
      {
        value: 'urn',
        text: 'Another school',
        conditional: textField(form, {
          name: `${school.field}_urn`,
          label: html`Its URN<span class="govuk-visually-hidden"> instead of ${school.said}</span>`,
          width: 10,
          inputmode: 'numeric',
        }),
      },
      { value: 'left_out', text: 'Leave these rows out' },
    ],
  })

const sentence = ({ open, certain, showsAll }: SchoolsPage): string => {
  if (showsAll) return 'Every school of the file, with what it is taken for.'
  return open === 0
    ? `All ${counted(certain, 'school is', 'schools are')} known.`
    : `${counted(open, 'school is', 'schools are')} to be decided; ${certain} ${certain === 1 ? 'is' : 'are'} certain. What you decide holds for every row that names the school so, and for your next files.`
}

/** Which schools are meant by names that are not certain: asked once for each. */
export const schoolsView = (frame: Frame, shown: SchoolsPage): Html =>
  layout(
    frame,
    {
      title: 'Which schools are meant',
      breadcrumbs: crumbs(shown.hub, { text: shown.spreadsheet.fileName, href: shown.base }, { text: 'Schools' }),
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${shown.spreadsheet.fileName}</span>
<h1 class="govuk-heading-l">Which schools are meant</h1>
<p class="govuk-body">${sentence(shown)}</p>
<p class="govuk-body"><a class="govuk-link" href="${shown.base}/schools${shown.showsAll ? '' : '?show=all'}">${shown.showsAll ? 'Show only those to decide' : 'Show every school of the file'}</a></p>
${
  shown.schools.length === 0
    ? emptyState({
        title: 'Nothing to decide',
        text: 'Every school of the file is known.',
        action: { text: 'Back to the import', href: shown.base },
      })
    : html`<form method="post" action="${shown.base}/schools${shown.showsAll ? '?show=all' : ''}" novalidate>
${shown.schools.map((school) => question(shown.form, school))}
${shown.more > 0 && html`<p class="govuk-body">${counted(shown.more, 'more school comes', 'more schools come')} when you have saved these.</p>`}
${button({ text: 'Save and look again', preventDoubleClick: true })}
</form>`
}
</div></div>`,
  )
