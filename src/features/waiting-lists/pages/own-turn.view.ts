import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Interest } from '../../interest/index.ts'
import { type InLine, orderInWords, whyThere } from '../../place-offers/index.ts'

export type OwnTurn = {
  readonly interest: Interest
  readonly own: InLine
  readonly ahead: readonly InLine[]
  readonly waiting: number
  readonly rule: readonly string[]
  readonly path: string
  readonly statusPath: string
}

const count = (figure: number, one: string, many: string): string => `${figure} ${figure === 1 ? one : many}`

/** Who stands before somebody, in numbers: other schools are not named. */
const aheadInWords = ({ ahead, own }: OwnTurn): readonly string[] => {
  const lost = ahead.filter(({ lostPlaceAt }) => lostPlaceAt).length
  const up = ahead.filter(({ lostPlaceAt, movedUpAt }) => !lostPlaceAt && movedUpAt).length
  const usual = ahead.filter(({ lostPlaceAt, movedUpAt }) => !lostPlaceAt && !movedUpAt)
  const earlier = usual.filter(({ met }) => met.join() === own.met.join()).length
  const priority = usual.length - earlier
  return [
    lost > 0 ? `${count(lost, 'has', 'have')} lost a place because a group was called off` : '',
    up > 0 ? `${count(up, 'was', 'were')} moved up by the hub, with a reason that is kept` : '',
    priority > 0 ? `${count(priority, 'meets', 'meet')} rules that give priority before yours` : '',
    earlier > 0 ? `${count(earlier, 'has', 'have')} waited longer` : '',
  ].filter((each) => each !== '')
}

const act = (path: string, name: string, label: string, classes: string): Html =>
  html`<form method="post" action="${path}">${hiddenField('act', name)}${button({ text: label, classes, preventDoubleClick: true })}</form>`

const fewer = ({ interest, own, path }: OwnTurn): Html | false =>
  interest.unit === 'organisation' &&
  own.people > 1 &&
  html`<h2 class="govuk-heading-m">If there is room for fewer</h2>
${
  own.fewerIsFine
    ? html`<p class="govuk-body">You have said that a place for fewer than your ${own.people} people is fine too. You would be offered it in your turn, and choose who comes.</p>${act(path, 'fewer-no', `Only a place for all ${own.people}`, 'govuk-button--secondary')}`
    : html`<p class="govuk-body">You named ${own.people} people. A place with room for fewer passes you by, unless you say that it is fine too.</p>${act(path, 'fewer-yes', 'Fewer is fine too', 'govuk-button--secondary')}`
}`

/** Where who asked stands on the waiting list, exactly, and how that is counted. */
export const ownTurnView = (frame: Frame, shown: OwnTurn): Html => {
  const { interest, own, ahead, waiting, path } = shown
  const before = aheadInWords(shown)
  return layout(
    frame,
    { title: `Where you stand in line: ${interest.projectTitle}`, backLink: shown.statusPath, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${interest.projectTitle}, ${interest.hub.name}</span>
<h1 class="govuk-heading-l">You are number ${ahead.length + 1} of ${waiting} in line</h1>
<p class="govuk-body">${interest.organisation.name}: ${whyThere(own).toLowerCase().slice(0, 1)}${whyThere(own).slice(1)}.</p>
${before.length === 0 ? html`<p class="govuk-body">Nobody stands before you.</p>` : html`<p class="govuk-body">Of those before you:</p><ul class="govuk-list govuk-list--bullet">${before.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
<p class="govuk-body">A place that becomes free is offered to the first in line whom it suits. One that brings more people than there is room for is passed by, so you may be offered a place before your number comes up.</p>
${details({ summaryText: 'How the order is counted, and how long you have to answer', text: html`<ul class="govuk-list govuk-list--bullet">${[...orderInWords, ...shown.rule].map((sentence) => html`<li>${sentence}</li>`)}</ul>` })}
${fewer(shown)}
${details({ summaryText: 'Leave the waiting list', text: html`<p class="govuk-body">Your request ends and you lose your turn. Nobody else is told but the hub.</p>${act(path, 'leave', 'Leave the waiting list', 'govuk-button--warning')}` })}
</div></div>`,
  )
}
