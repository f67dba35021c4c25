import { button } from '../../../ui/components/button.ts'
import { cards } from '../../../ui/components/cards.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

export const homeView = (frame: Frame): Html =>
  layout(
    frame,
    {
      title: 'Professional development for everyone who teaches maths',
      description: 'Find a project your school can join, and your local Maths Hub.',
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-xl">Professional development for everyone who teaches maths</h1>
<p class="govuk-body-l">Forty Maths Hubs bring teachers and schools together in groups that meet through the year. Find what your school can join, and see at once whether it can, and why.</p>
${button({ text: 'What can my school join?', href: '/schools', isStartButton: true })}
</div></div>
${cards([
  { title: 'Find a project', href: '/projects', text: 'The year’s catalogue, by phase, audience or words.' },
  { title: 'Find your hub', href: '/hubs', text: 'By school, town, authority or postcode.' },
  {
    title: 'Work for a hub, a group or a school',
    href: '/sign-in',
    text: 'Sign in with a link sent to your email address. There is no password.',
  },
])}`,
  )
