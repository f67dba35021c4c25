import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import { type ComingMoveShown, comingMoveText } from './coming-move.view.ts'

export type Account = {
  readonly name: string
  readonly address: string | null
  readonly workplaces: readonly string[]
  /** What will change on a day to come. */
  readonly coming: readonly ComingMoveShown[]
  readonly parts: readonly { readonly part: string; readonly at: string | null; readonly from: Temporal.PlainDate }[]
}

const way = (href: string, text: string, hint: string): Html =>
  html`<li><a class="govuk-link" href="${href}">${text}</a><br><span class="govuk-hint">${hint}</span></li>`

/** The first page of somebody's own: who we think they are, and the ways to put it right. */
export const accountView = (frame: Frame, own: Account): Html =>
  layout(
    frame,
    { title: 'Your account', unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Your account</h1>
${summaryList({
  rows: [
    { key: 'Name', value: own.name },
    { key: 'Email', value: own.address ?? 'None known' },
    { key: 'Where you work', value: own.workplaces.length > 0 ? own.workplaces.join(', ') : 'Not known' },
  ],
})}${own.coming.map((move) => comingMoveText(move, { path: '/account/moved/take-back', who: 'You' }))}
<ul class="govuk-list govuk-list--spaced">
${way('/account/details', 'My details', 'What is held about you, why, and who sees it. Change your name, address, telephone and posts.')}
${own.workplaces.length > 0 && way('/account/school', 'The people of my school', 'Who leads it here, and who takes part. Invite a colleague or hand over.')}
${own.workplaces.length > 0 && way('/account/moved', 'I move, or have moved, to another school', 'On the day we end what you do at the old one and ask the hub about your groups. You can tell us ahead of time.')}
${own.workplaces.length > 0 && way('/account/leave', 'I no longer work here', 'You leave, and do not go on to another school.')}
${way('/account/data', 'My data', 'Get a report of everything held about you, see who has read it, or ask to be erased.')}
${way('/account/access', 'What I can do, and who sees me', 'What each of your parts in the network allows, and who sees your record and why.')}
${way('/account/acting', 'Who acted for me', 'When a lead of your hub or the national team helped you in your name.')}
${way('/account/sign-in', 'How I sign in', 'Passkeys, accounts elsewhere, and where you are signed in.')}
</ul>
${
  own.parts.length === 0
    ? html`<h2 class="govuk-heading-m">Your parts in the network</h2><p class="govuk-body">None. You need none to take part in a group, or to follow what you asked for.</p>`
    : table({
        stacks: true,
        caption: 'Your parts in the network',
        captionClasses: 'govuk-table__caption--m',
        head: ['Part', 'Where', 'Since'],
        rows: own.parts.map(({ part, at, from }) => [part, at ?? 'The network', formatDate(from)]),
      })
}
</div></div>`,
  )
