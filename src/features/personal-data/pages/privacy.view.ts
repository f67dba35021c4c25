import { details } from '../../../ui/components/details.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { NoticeLine } from '../notice.ts'

type Notice = {
  readonly hub: {
    readonly slug: string
    readonly name: string
    readonly email: string | null
    readonly notice: string | null
  } | null
  readonly controller: {
    readonly controller: string
    readonly processor: string
    readonly contact: string | null
    readonly isOfHub: boolean
  }
  readonly lines: readonly NoticeLine[]
}

const basisWords: Readonly<Record<NoticeLine['basis'], string>> = {
  'public task': 'Public task (UK GDPR, Article 6(1)(e))',
  'legal obligation': 'Legal obligation (Article 6(1)(c))',
  consent: 'Your consent (Articles 6(1)(a) and 9(2)(a)): leave it out, or take it back, as you like',
}

const answers = ({ hub, controller }: Notice): Html =>
  summaryList({
    rows: [
      {
        key: 'Controller',
        value: html`${controller.controller}${hub && !controller.isOfHub ? ', as for the whole network' : ''}. It decides what is kept, and why.`,
      },
      {
        key: 'Processor',
        value: html`${controller.processor}. It keeps and uses your data for the controller, by means of this program.`,
      },
      {
        key: 'Ask',
        value: hub?.email
          ? html`<a class="govuk-link" href="mailto:${hub.email}">${hub.email}</a>`
          : html`<a class="govuk-link" href="/hubs">Your hub</a>`,
      },
      controller.contact !== null && { key: 'Data protection', value: controller.contact },
    ],
  })

const ownWords = ({ hub }: Notice): Html | string =>
  hub?.notice
    ? html`<h2 class="govuk-heading-m">What ${hub.name} says</h2>${hub.notice.split(/\n{2,}/).map((text) => html`<p class="govuk-body">${text}</p>`)}`
    : ''

const lines = (all: readonly NoticeLine[]): Html =>
  scrollable(
    'What is kept, why, who sees it and how long',
    table({
      caption: 'What is kept, why, who sees it and how long',
      captionClasses: 'govuk-table__caption--m',
      stacks: true,
      head: ['What', 'Why', 'Who sees it', 'How long'],
      rows: all.map((line) => [
        html`<strong>${line.what}</strong><br>${line.fields}`,
        html`${line.why}<br><span class="govuk-hint govuk-!-font-size-16">${line.basis}</span>`,
        line.whoSees,
        line.howLong,
      ]),
    }),
  )

/** What is held about people, why, who sees it and how long, from the table of all personal fields. */
export const privacyView = (frame: Frame, notice: Notice): Html => {
  const { hub } = notice
  const title = hub ? `Privacy at ${hub.name}` : 'Privacy'
  const crumbs = hub
    ? [
        { text: 'Find your hub', href: '/hubs' },
        { text: hub.name, href: `/hubs/${hub.slug}` },
      ]
    : []
  return layout(
    frame,
    { title, breadcrumbs: [...crumbs, { text: 'Privacy' }], wide: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body-l">What is kept about you, why, who sees it, and for how long.</p>
${answers(notice)}
${ownWords(notice)}
</div></div>
${lines(notice.lines)}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${details({ summaryText: 'The legal basis', text: html`<ul class="govuk-list govuk-list--bullet">${Object.values(basisWords).map((words) => html`<li>${words}</li>`)}</ul>` })}
<h2 class="govuk-heading-m">Who gets it</h2>
<p class="govuk-body">The hubs that you deal with, and the lead schools that run them. The ministry, the coordinator of the network and its evaluators get numbers without names; the national team takes out names only with a stated reason, which is recorded. Nothing is sold, and no decision about you is made by a machine alone.</p>
<h2 class="govuk-heading-m">Your rights</h2>
<ul class="govuk-list govuk-list--bullet">
<li><a class="govuk-link" href="/account/details">see and correct</a> your details</li>
<li><a class="govuk-link" href="/account/data">get everything</a> that is held about you, and see who has read it</li>
<li><a class="govuk-link" href="/account/data/erase">be erased</a>; what was counted stays counted, without you</li>
<li>object to something, or complain to the <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a></li>
</ul>
<p class="govuk-body">This site sets one cookie, and only when you sign in: it keeps you signed in.</p>
</div></div>`,
  )
}
