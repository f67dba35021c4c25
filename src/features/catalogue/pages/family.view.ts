import { type Html, html } from '../../../ui/html.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import {
  type Descent,
  descentInWords,
  type FamilyMember,
  familyByYear,
  familyInWords,
  type Project,
  projectPath,
} from '../../projects/index.ts'

// The sentence above tells of every step to and from the project itself.
const isTold = (step: Descent, here: string): boolean => step.from.id === here || step.to.id === here

const stepOf = (step: Descent, here: string): Html | false => {
  const words = [isTold(step, here) ? null : descentInWords(step), step.note].filter(Boolean).join(' ')
  return words !== '' && html`<span class="app-family__step">${words}</span>`
}

const memberOf = ({ project, isHere, steps }: FamilyMember, here: string): Html =>
  html`<li class="app-family__member${isHere && ' app-family__member--here'}">${
    isHere
      ? html`<strong>${project.title}</strong>`
      : html`<a class="govuk-link" href="${projectPath(project)}">${project.title}</a>`
  } <span class="app-family__facts">${[project.code, project.modelName, isHere && 'this project'].filter(Boolean).join(' · ')}</span>${steps.map((step) => stepOf(step, here))}</li>`

/** Where a project came from and what became of it: a sentence made of what is stated, and its family year by year. */
export const familyView = (project: Project, line: readonly Descent[]): Html | false => {
  const sentence = familyInWords(project, line)
  if (sentence === null) return false
  const years = familyByYear(line, project.id)
  return html`<section class="app-flyer__section" id="family"><h2 class="govuk-heading-m">Its family line</h2><p class="govuk-body">${sentence}</p>${
    project.runningSinceSource && html`<p class="govuk-body-s">Since when it has run: ${project.runningSinceSource}</p>`
  }${
    years.length > 0 &&
    html`<ol class="app-family" aria-label="The family line, year by year">${years.map(
      ({ year, members }) =>
        html`<li class="app-family__year"><span class="app-family__when">${yearLabel(year)}</span><ul class="app-family__members">${members.map((member) => memberOf(member, project.id))}</ul></li>`,
    )}</ol>`
  }</section>`
}
