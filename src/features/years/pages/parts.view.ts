import { button } from '../../../ui/components/button.ts'
import { dateField, type FormState, hiddenField, selectField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout as page } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type LaidOutSection, sectionsUnder } from '../layout.ts'
import type { ProjectToPlace } from '../year.ts'
import { stepButtons, type YearWritten, yearLink, yearPath } from './year.view.ts'
import { allYears, picture } from './years.view.ts'

/** A form of one part, as it was opened: what was typed, and the mark of the text behind it. */
export type Opened = { readonly form: FormState; readonly mark: string }

type Asked = YearWritten & Opened
type AskedOfOne = Asked & { readonly id: string }

const asText = 'Leave a blank line between paragraphs; begin a line with - for a list.'

const draw = (
  frame: Frame,
  asked: Asked,
  { title, address, fields, below }: { title: string; address: string; fields: Html; below?: Html | false },
): Html =>
  page(
    frame,
    {
      title,
      breadcrumbs: [picture, allYears, yearLink(asked.year), { text: title }],
      errors: asked.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><h1 class="govuk-heading-l">${title}</h1>
<form method="post" action="${yearPath(asked.year)}/${address}" novalidate>${hiddenField('mark', asked.mark)}${fields}
${button({ text: 'Save in the draft', preventDoubleClick: true })}</form>${below}</div></div>`,
  )

/** What introduces the catalogue of the year. */
export const introductionView = (frame: Frame, asked: Asked): Html =>
  draw(frame, asked, {
    title: 'Introduction',
    address: 'introduction',
    fields: textArea(asked.form, { name: 'introduction', label: 'What introduces the year', hint: asText, rows: 14 }),
  })

const isIn = (all: readonly { readonly id: string }[], id: string): boolean => all.some((each) => each.id === id)

/** A notice that stands on every project of the year. */
export const noticeView = (frame: Frame, asked: AskedOfOne): Html => {
  const isThere = isIn(asked.layout.notices, asked.id)
  return draw(frame, asked, {
    title: isThere ? 'Change a notice' : 'Add a notice',
    address: `notices/${isThere ? asked.id : 'new'}`,
    fields: html`${hiddenField('id', asked.id)}${textField(asked.form, { name: 'heading', label: 'Heading' })}
${textArea(asked.form, { name: 'body', label: 'Text', hint: `It stands on every project of the year. ${asText}`, rows: 8 })}`,
  })
}

const titleOf = ({ title, code, status }: ProjectToPlace): string =>
  `${title}${code ? ` (${code})` : ''}${status === 'draft' ? ', not public yet' : ''}`

type OfSection = AskedOfOne & { readonly section: LaidOutSection | null; readonly order: string }

const standingHere = ({ year, section, order, titles, projects }: OfSection): Html | false => {
  if (!section) return false
  const address = `${yearPath(year)}/sections/${section.id}/projects`
  const others = projects.filter(({ id }) => !section.projects.includes(id))
  const all = section.projects
  return html`<h2 class="govuk-heading-m">Projects in it</h2>${
    all.length === 0
      ? html`<p class="govuk-body">None yet. A project may stand in several sections.</p>`
      : html`<ol class="govuk-list app-arranged">${all.map(
          (id, at) => html`<li class="app-arranged__item"><div class="app-arranged__text">${titles.get(id)}</div>
<form method="post" action="${address}" class="app-arranged__steps">${hiddenField('project', id)}${hiddenField('mark', order)}${stepButtons(titles.get(id) ?? '', at === 0, at === all.length - 1)}</form></li>`,
        )}</ol>`
  }${
    others.length > 0 &&
    html`<form method="post" action="${address}" novalidate>${hiddenField('step', 'add')}${selectField({ typed: {}, errors: [] }, { name: 'project', label: 'Put a project in', items: others.map((each) => ({ value: each.id, text: titleOf(each) })) })}
${button({ text: 'Put it last', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
  }`
}

/** A section of the catalogue or a family within one, with the projects that stand in it. */
export const sectionView = (frame: Frame, asked: OfSection): Html => {
  const { form, layout, id, section } = asked
  const tops = sectionsUnder(layout, null).filter((top) => top.id !== id)
  return draw(frame, asked, {
    title: section ? section.title : 'Add a section or a family',
    address: `sections/${section ? id : 'new'}`,
    fields: html`${hiddenField('id', id)}${textField(form, { name: 'title', label: 'Title' })}
${selectField(form, { name: 'parent', label: 'Where does it stand?', blank: 'At the top: a section', items: tops.map((top) => ({ value: top.id, text: `A family of ${top.title}` })) })}
${textArea(form, { name: 'introduction', label: 'Introduction', hint: asText, rows: 6 })}`,
    below: standingHere(asked),
  })
}

/** A goal of the programme with where it stands. */
export const goalView = (frame: Frame, asked: AskedOfOne): Html => {
  const { form, projects, layout, id } = asked
  const isThere = isIn(layout.goals, id)
  return draw(frame, asked, {
    title: isThere ? 'Change a goal' : 'Add a goal',
    address: `goals/${isThere ? id : 'new'}`,
    fields: html`${hiddenField('id', id)}${textField(form, { name: 'goal', label: 'Goal' })}
${textField(form, { name: 'by', label: 'By when?', hint: 'For example “By 2023”', width: 20 })}
${selectField(form, { name: 'project', label: 'Project that works towards it', blank: 'No one project', items: projects.map((each) => ({ value: each.id, text: titleOf(each) })) })}
${textArea(form, { name: 'standing', label: 'Where it stands', hint: 'Leave it empty while nothing has been published', rows: 3 })}
${textField(form, { name: 'source', label: 'Where this is from' })}
${dateField(form, { name: 'from', label: 'The day it is from' })}`,
  })
}

/** A body with which the network works in the year. */
export const partnerView = (frame: Frame, asked: AskedOfOne): Html => {
  const { form, layout, id } = asked
  const isThere = isIn(layout.partners, id)
  return draw(frame, asked, {
    title: isThere ? 'Change a partner body' : 'Add a partner body',
    address: `partners/${isThere ? id : 'new'}`,
    fields: html`${hiddenField('id', id)}${textField(form, { name: 'name', label: 'Name', hint: 'As projects name it, for example Advanced Mathematics Support Programme (AMSP)' })}
${textArea(form, { name: 'about', label: 'What it does with the network', hint: asText, rows: 4 })}
${textField(form, { name: 'website', label: 'Website', hint: 'Leave it empty if there is none', type: 'url' })}`,
  })
}
