import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { difference } from '../../../ui/components/difference.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, hiddenField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { phaseLabels, phases } from '../../../vocabulary/phases.ts'
import { pathwayDrawn, pathwaySlug, pathwayTable, type ServingProject } from '../../projects/index.ts'
import { type PathwayVersion, pathwayActs, pathwayText, type WrittenPathway } from '../written-pathway.ts'

const picture = { text: 'National picture', href: '/network' }
const all = { text: 'Pathways of schools', href: '/network/pathways' }
const pathTo = (id: string): string => `/network/pathways/${id}`

type Listed = { readonly id: string; readonly name: string; readonly isDraft: boolean; readonly isPublic: boolean }

const stateOf = ({ isDraft, isPublic }: Pick<Listed, 'isDraft' | 'isPublic'>): Html => {
  if (isDraft) return statusTag(isPublic ? 'Draft of a correction' : 'Draft', 'attention')
  return statusTag('Published', 'good')
}

/** Every pathway, for those who write them. */
export const listView = (frame: Frame, pathways: readonly Listed[]): Html =>
  layout(
    frame,
    { title: all.text, breadcrumbs: [picture, { text: all.text }], wide: true, unlisted: true },
    html`${actionBar({
      title: all.text,
      text: 'The journeys that schools go, stage by stage.',
      actions: [button({ text: 'Write a pathway', href: `${pathTo('new')}/edit` })],
    })}${
      pathways.length === 0
        ? emptyState({ title: 'No pathways yet', text: 'The pathways of schools will be here.' })
        : table({
            head: ['Pathway', 'How it stands'],
            rows: pathways.map((each) => [
              html`<a class="govuk-link" href="${pathTo(each.id)}">${each.name}</a>`,
              stateOf(each),
            ]),
            stacks: true,
          })
    }`,
  )

type Used = { readonly id: string; readonly name: string; readonly records: number; readonly projects: number }

type Written = {
  readonly id: string
  readonly pathway: WrittenPathway
  readonly isDraft: boolean
  readonly isPublic: boolean
  readonly before: WrittenPathway | null
  readonly versions: readonly PathwayVersion[]
  readonly serving: readonly ServingProject[]
  readonly used: readonly Used[]
  readonly mark: string
  readonly form: FormState
}

const publishing = ({ id, pathway, before, isPublic, mark, form }: Written): Html =>
  html`<h2 class="govuk-heading-m">What changes</h2>${difference({ before: before ? pathwayText(before) : '', after: pathwayText(pathway) })}
<form method="post" action="${pathTo(id)}/publish" novalidate>${hiddenField('mark', mark)}${textField(form, { name: 'note', label: isPublic ? 'What does it correct?' : 'Note (optional)', hint: 'It stands among the versions, for the national team' })}
${button({ text: isPublic ? 'Publish the correction' : 'Publish the pathway', preventDoubleClick: true })}</form>
<form method="post" action="${pathTo(id)}/discard">${hiddenField('mark', mark)}${button({ text: 'Let the draft go', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`

const versions = ({ id, versions: made }: Written): Html | false =>
  made.length > 0 &&
  html`<h2 class="govuk-heading-m">Versions</h2>${table({
    head: ['Version', 'What was done', 'When', 'By', 'Note'],
    rows: made.map(({ number, act, at, by, note }) => [
      html`<a class="govuk-link" href="${pathTo(id)}/versions/${number}">Version ${number}</a>`,
      pathwayActs[act],
      formatInstant(at),
      by ?? 'Not known',
      note ?? '',
    ]),
    stacks: true,
  })}`

/** A pathway drawn exactly as everybody will see it, with what publishing it changes. */
export const writtenView = (frame: Frame, shown: Written): Html => {
  const { id, pathway, isDraft, isPublic, serving, form } = shown
  return layout(
    frame,
    {
      title: pathway.name,
      breadcrumbs: [picture, all, { text: pathway.name }],
      errors: form.errors,
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title: pathway.name,
      text: html`${stateOf(shown)} ${isDraft ? 'Below is what everybody will see once it is published.' : 'What you change begins a draft beside it.'}`,
      actions: [
        button({ text: 'Change it', href: `${pathTo(id)}/edit`, classes: 'govuk-button--secondary' }),
        ...(isPublic
          ? [html`<a class="govuk-link" href="/pathways/${pathwaySlug(pathway)}">As everybody sees it</a>`]
          : []),
      ],
    })}${pathwayDrawn({ pathway, serving })}${pathwayTable({ pathway, serving })}${isDraft && publishing(shown)}${versions(shown)}`,
  )
}

type Asked = {
  readonly id: string
  readonly isNew: boolean
  readonly name: string | null
  readonly used: readonly Used[]
  readonly form: FormState
  readonly mark: string
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const stageFields = ({ form, used }: Asked, at: number): Html => {
  const field = (name: string) => `stage-${at}-${name}`
  const typed = (name: string) => String(form.typed[field(name)] ?? '')
  const use = used.find(({ id }) => id === typed('id'))
  const others = Object.keys(form.typed).flatMap((key) => {
    const number = /^stage-(\d+)-id$/.exec(key)?.[1]
    const name = number ? String(form.typed[`stage-${number}-name`] ?? '') : ''
    return number && name !== '' && Number(number) !== at ? [{ value: String(form.typed[key]), text: name }] : []
  })
  return html`<fieldset class="govuk-fieldset govuk-!-margin-bottom-6"><legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${typed('name') || 'Another stage'}</legend>
${hiddenField(field('id'), typed('id'))}${textField(form, { name: field('name'), label: 'Name', hint: use ? `${counted(use.records, 'stage record', 'stage records')} and ${counted(use.projects, 'project', 'projects')} name it: it can be renamed and moved, not removed` : typed('name') === '' ? 'Leave it empty if there is none' : 'Clear the name to remove the stage', width: 30 })}
${textField(form, { name: field('order'), label: 'Where it stands in the order', width: 3, inputmode: 'numeric' })}
${checkboxesField(form, { name: field('entry'), label: 'Beginning', small: true, items: [{ value: 'yes', text: 'Schools can begin here' }] })}
${checkboxesField(form, { name: field('repeats'), label: 'How often', small: true, items: [{ value: 'yes', text: 'It is taken again each year' }] })}
${selectField(form, { name: field('beside'), label: 'Taken beside another?', blank: 'No: it has a turn of its own', items: others })}</fieldset>`
}

/** The form of a pathway with its stages. */
export const writeView = (frame: Frame, asked: Asked): Html => {
  const { id, isNew, name, form, mark } = asked
  const title = isNew ? 'Write a pathway' : `Change ${name}`
  const rows = Object.keys(form.typed).filter((key) => /^stage-\d+-id$/.test(key)).length
  return layout(
    frame,
    {
      title,
      breadcrumbs: [
        picture,
        all,
        ...(isNew ? [] : [{ text: name ?? '', href: pathTo(id) }]),
        { text: isNew ? title : 'Change' },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<form method="post" action="${pathTo(isNew ? 'new' : id)}/edit" novalidate>${hiddenField('mark', mark)}${hiddenField('id', id)}
${textField(form, { name: 'name', label: 'Name', width: 30 })}
${selectField(form, { name: 'phase', label: 'Phase', items: phases.map((phase) => ({ value: phase, text: phaseLabels[phase] })) })}
<h2 class="govuk-heading-m">Stages</h2>${Array.from({ length: rows }, (_, at) => stageFields(asked, at))}
${button({ text: 'Save in the draft', preventDoubleClick: true })}</form></div></div>`,
  )
}

type OneVersion = {
  readonly id: string
  readonly version: PathwayVersion
  readonly pathway: WrittenPathway
  readonly before: WrittenPathway | null
}

/** A version with what it changed against the one before. */
export const versionView = (frame: Frame, { id, version, pathway, before }: OneVersion): Html => {
  const { number, act, at, by, note } = version
  const title = `Version ${number} of ${pathway.name}`
  return layout(
    frame,
    {
      title,
      breadcrumbs: [picture, all, { text: pathway.name, href: pathTo(id) }, { text: `Version ${number}` }],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${pathwayActs[act]} on ${formatInstant(at)}${by && html` by ${by}`}.${note && html` ${note}`}</p>
${difference({ before: before ? pathwayText(before) : '', after: pathwayText(pathway) })}</div></div>`,
  )
}
