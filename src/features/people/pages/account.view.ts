import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

export type OwnDetails = {
  readonly name: string
  readonly addresses: readonly { address: string; confirmed: boolean }[]
  readonly posts: readonly {
    post: string
    organisation: string
    from: Temporal.PlainDate | null
    to: Temporal.PlainDate | null
  }[]
  readonly parts: readonly {
    part: string
    at: string | null
    from: Temporal.PlainDate
    to: Temporal.PlainDate | null
  }[]
}

const dates = (from: Temporal.PlainDate | null, to: Temporal.PlainDate | null): string =>
  [from ? `from ${formatDate(from)}` : 'start not known', to ? `to ${formatDate(to)}` : ''].filter(Boolean).join(' ')

export const accountView = (frame: Frame, own: OwnDetails): Html =>
  layout(
    frame,
    { title: 'Your details' },
    html`<h1 class="govuk-heading-l">Your details</h1>
<p class="govuk-body">What is held about you. Your hub’s staff and the leads of your groups see your name and posts; your address is seen by your hub’s staff.</p>
${summaryList({
  rows: [
    { key: 'Name', value: own.name },
    {
      key: 'Email',
      value: html`${own.addresses.map(({ address, confirmed }) => html`${address}${confirmed ? '' : ' (not confirmed yet)'}<br>`)}`,
    },
  ],
})}
<h2 class="govuk-heading-m">Posts</h2>
${
  own.posts.length === 0
    ? html`<p class="govuk-body">No post is known.</p>`
    : table({
        stacks: true,
        caption: 'Where you work',
        captionClasses: 'govuk-visually-hidden',
        head: ['Post', 'Where', 'When'],
        rows: own.posts.map((post) => [post.post, post.organisation, dates(post.from, post.to)]),
      })
}
<h2 class="govuk-heading-m">Your parts in the network</h2>
${
  own.parts.length === 0
    ? html`<p class="govuk-body">You take part without a part of your own.</p>`
    : table({
        stacks: true,
        caption: 'What you may do',
        captionClasses: 'govuk-visually-hidden',
        head: ['Part', 'Where', 'When'],
        rows: own.parts.map((part) => [part.part, part.at ?? 'The network', dates(part.from, part.to)]),
      })
}
<p class="govuk-body"><a class="govuk-link" href="/account/sessions">Where you are signed in</a></p>`,
  )
