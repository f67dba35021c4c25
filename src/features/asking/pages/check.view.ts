import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { postLabels } from '../../../vocabulary/posts.ts'
import { speakerTitle } from '../../../vocabulary/speaks-for.ts'
import { weekdayLabels } from '../../../vocabulary/weekdays.ts'
import { answerTag, type VerdictShown, verdictList } from '../../criteria/index.ts'
import type { Asked } from '../../interest/index.ts'
import type { FormLink, InterestForm, Step, StepKey } from '../interest-form.ts'
import { type AskedFor, columns } from './ask.view.ts'
import type { DetailsAsked } from './details.view.ts'

export type Checked = {
  readonly asking: { readonly about: AskedFor }
  readonly form: Pick<InterestForm, 'changes'>
  readonly link: FormLink | null
  readonly details: DetailsAsked
  readonly steps: readonly Step[]
  readonly asked: Asked
  readonly sum: { readonly answer: 'yes' | 'no' | 'not_yet_known'; readonly sentence: string }
  readonly standing: readonly VerdictShown[]
  /** Why it could not be sent just now. */
  readonly problem: string | null
}

const people = (asked: Asked, namesLater: string | null): Html =>
  html`${asked.people.map((person) => html`${person.name}, ${person.email}<br>${postLabels[person.post]}${person.held ? '' : ' (from a later date)'}<br>`)}${(asked.unnamed ?? 0) > 0 && html`${asked.unnamed} more, to be named ${namesLater}`}`

const lines = (words: readonly (string | undefined)[]): Html | null => {
  const known = words.filter((each) => each !== undefined)
  return known.length > 0 ? html`${known.map((each) => html`${each}<br>`)}` : null
}

type Row = { readonly step: StepKey; readonly key: string; readonly value: string | Html | null | undefined }

const wishRows = ({ asked, details }: Checked): readonly Row[] => {
  const named = (from: DetailsAsked['groups'], ids: readonly string[]) =>
    lines(ids.map((id) => from.find((each) => each.id === id)?.name))
  const { groups, days, places } = asked.preferences
  const step = 'preferences'
  return [
    { step, key: 'Preferred theme', value: details.themes.find(({ id }) => id === asked.themeId)?.title },
    { step, key: 'Preferred groups', value: named(details.groups, groups) },
    { step, key: 'Preferred places', value: named(details.places, places) },
    { step, key: 'Days that suit', value: days.map((day) => weekdayLabels[day]).join(', ') },
    {
      step,
      key: 'If there is room for fewer',
      value: asked.fewerIsFine ? 'A place for fewer people is fine too' : null,
    },
    { step, key: 'Travel', value: asked.travelLimitMiles === null ? null : `Up to ${asked.travelLimitMiles} miles` },
    { step, key: 'Access needs', value: asked.accessNeeds },
    { step, key: 'Comments', value: asked.comments },
  ]
}

const rowsOf = (checked: Checked): readonly Row[] => {
  const { asked, details } = checked
  const given = details.commitments.filter(({ key }) => asked.commitments.includes(key)).map(({ words }) => words)
  const sender = html`${asked.sender.name}<br>${asked.sender.email}<br>${postLabels[asked.sender.post]}`
  return [
    { step: 'you', key: 'Who asks', value: sender },
    { step: 'you', key: 'Telephone', value: asked.sender.telephone },
    { step: 'people', key: 'Who would take part', value: people(asked, details.namesLater) },
    ...asked.answers.map(({ key, kind, question, shown }) => ({
      step: kind === 'file' ? (`file-${key}` as const) : ('questions' as const),
      key: question,
      value: shown,
    })),
    ...wishRows(checked),
    ...(details.commitments.length > 0
      ? [{ step: 'agreement' as const, key: 'Commitments', value: lines(given) ?? 'None' }]
      : []),
    { step: 'agreement', key: 'The hub’s policy', value: details.policy && 'Agreed to' },
    {
      step: 'agreement',
      key: speakerTitle(details.organisation.kind),
      value: asked.headteacher && html`${asked.headteacher.name}<br>${asked.headteacher.email}`,
    },
  ]
}

const summary = (checked: Checked): Html =>
  summaryList({
    rows: [
      { key: 'School or institution', value: checked.details.organisation.name },
      ...rowsOf(checked).flatMap(({ step, key, value }) =>
        value
          ? [
              {
                key,
                value,
                ...(checked.steps.some((each) => each.key === step)
                  ? {
                      actions: [
                        { text: 'Change', href: `${checked.asking.about.base}/${step}`, visuallyHiddenText: key },
                      ],
                    }
                  : {}),
              },
            ]
          : [],
      ),
    ],
  })

const whatFollows = ({ asking, form, details }: Checked): string => {
  if (form.changes !== null) return `${asking.about.hub} is told what has changed.`
  if (details.onBehalf) return 'The request counts at once; they get a mail with its link.'
  return `When you send this, we mail you a link. Your request goes to ${asking.about.hub} when you have opened it.`
}

const buttonText = ({ form, details }: Checked): string => {
  if (form.changes !== null) return 'Send the changes'
  return details.onBehalf ? 'Enter the request' : 'Send'
}

/** Last step: everything once more, and what the rules say of it; then it is sent. */
export const checkView = (frame: Frame, checked: Checked): Html => {
  const { asking, sum, standing, problem, link } = checked
  const { about } = asking
  return layout(
    frame,
    {
      title: 'Check your answers',
      backLink: about.base,
      errors: problem === null ? [] : [{ field: '', message: problem }],
      unlisted: true,
    },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">Check your answers</h1>
${summary(checked)}
<h2 class="govuk-heading-m">What the rules say</h2>
<p class="govuk-body">${answerTag(sum.answer)} ${sum.sentence}</p>
${standing.length > 0 && verdictList(standing)}
${
  link?.part === 'colleague'
    ? html`<p class="govuk-body">Thank you. Whoever asked you to help sends it.</p>`
    : html`<p class="govuk-body">${whatFollows(checked)}</p><form method="post" action="${about.base}/send">${button({ text: buttonText(checked), preventDoubleClick: true })}</form>`
}`),
  )
}

/** A form that came whole lacks something: all of it is said, and what came with it is kept. */
export const incompleteView = (
  frame: Frame,
  about: AskedFor,
  { organisation, href, errors }: { organisation: string; href: string; errors: readonly FieldError[] },
): Html =>
  layout(
    frame,
    { title: 'Something is missing', errors: errors.map(({ message }) => ({ field: '', message })), unlisted: true },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">Something is missing</h1>
<p class="govuk-body">What came with the form for ${organisation} is kept. Put right what is listed above, then send it.</p>
${button({ text: 'Go on with the form', href })}`),
  )
