import { button } from '../../../ui/components/button.ts'
import { type Card, cards } from '../../../ui/components/cards.ts'
import { hero } from '../../../ui/components/hero.ts'
import { emptyForm, suggestingField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

const ways: readonly Card[] = [
  { title: 'Find a project', href: '/projects', text: 'The year’s catalogue, by phase, audience or words.' },
  { title: 'What is there for me?', href: '/for-you', text: 'Say what you do and where: the few that matter.' },
  { title: 'Find your hub', href: '/hubs', text: 'By school, town, local authority or postcode.' },
  {
    title: 'Check a statement',
    href: '/statements',
    text: 'See whether a statement of participation is genuine.',
  },
  {
    title: 'Published figures',
    href: '/network/figures',
    text: 'What the network has published, each with its definition and date.',
  },
]

const workCards = (frame: Frame): readonly Card[] =>
  frame.navigation
    .filter(({ href }) => /^\/(hub\/|groups|network|my)/.test(href))
    .map(({ label, href }) => ({ title: label, href, text: workTexts[label] ?? '' }))

const workTexts: Readonly<Record<string, string>> = {
  'Hub work': 'What has come in, what needs a decision.',
  Groups: 'Room, leads, dates and people of your hub’s groups.',
  People: 'Who they are, where they work, who may do what.',
  Charges: 'What policies propose, for you to confirm or waive.',
  'My groups': 'Dates, registers and tasks of the groups you lead.',
  'National picture': 'Interest, places, participation and completion.',
  'My part': 'Your dates, groups, requests and statements.',
}

/** The first page: what this is for, the first thing to do, and for those signed in the way to their own work. */
export const homeView = (frame: Frame): Html => {
  const work = workCards(frame)
  return layout(
    frame,
    {
      title: 'Professional development for everyone who teaches maths',
      description: 'Find a project your school can join, and your local Maths Hub.',
      scripts: ['suggestions'],
    },
    html`${hero({
      title: 'Professional development for everyone who teaches maths',
      text: 'Maths Hubs bring schools together in groups that meet through the year. See what your school can join, and why.',
      action: html`<form method="get" action="/schools">${suggestingField(emptyForm, {
        from: '/schools/suggestions',
        name: 'q',
        label: 'Your school, college or training provider',
        hint: 'Name, town, postcode or URN',
        width: 30,
      })}${button({ text: 'See what it can join' })}</form>`,
    })}
${work.length === 0 ? '' : html`<h2 class="govuk-heading-m">Your work</h2>${cards(work.map((card) => ({ ...card, headingLevel: 3 })))}<h2 class="govuk-heading-m">Look around</h2>`}
${cards(work.length === 0 ? ways : ways.map((card) => ({ ...card, headingLevel: 3 })))}`,
  )
}
