import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { type Held, held } from '../held.ts'

type Period = { readonly from: Temporal.PlainDate | null; readonly to: Temporal.PlainDate | null }

export type Details = {
  readonly name: string
  readonly formerNames: readonly (Period & { readonly name: string })[]
  readonly addresses: readonly { readonly address: string; readonly note: string | null }[]
  /** What is wrong with the address they are written to, if anything is. */
  readonly failing: { readonly address: string; readonly what: string; readonly heldBack: number } | null
  readonly asked: { readonly address: string; readonly until: Temporal.Instant } | null
  readonly telephone: string | null
  readonly referenceNumber: string | null
  readonly posts: readonly (Period & {
    readonly post: string
    readonly organisation: string
    readonly saidBy: string
  })[]
  readonly roles: readonly (Period & {
    readonly part: string
    readonly at: string | null
    readonly by: string | null
  })[]
  readonly needs: readonly { readonly group: string; readonly needs: string | null }[]
}

/** From when to when, in words. */
export const periodInWords = ({ from, to }: Period): string => {
  if (from === null && to === null) return 'Today'
  if (to === null) return `Since ${from ? formatDate(from) : 'before'}`
  return from ? `${formatDate(from)} to ${formatDate(to)}` : `Until ${formatDate(to)}`
}

const told = (value: Content, { why, seenBy }: Held): Html =>
  html`${value}<p class="govuk-hint govuk-!-margin-bottom-0 govuk-!-margin-top-1">${why}<br>Seen by: ${seenBy}</p>`

const change = (href: string, what: string, text = 'Change') => ({
  actions: [{ text, href: `/account/details/${href}`, visuallyHiddenText: what }],
})

const names = ({ name, formerNames }: Details): Html =>
  html`${name}${formerNames.map((former) => html`<br><span class="govuk-hint govuk-!-margin-bottom-0">Earlier: ${former.name}, until ${former.to ? formatDate(former.to) : ''}</span>`)}`

const addresses = ({ addresses: known, asked }: Details): Html =>
  html`${known.map(({ address, note }, at) => html`${at > 0 && html`<br>`}${address}${note && html` <span class="govuk-hint">(${note})</span>`}`)}${known.length === 0 && 'None'}${
    asked &&
    html`<br><strong>${asked.address}</strong> waits to be confirmed from its own mail, until ${formatInstant(asked.until)}.`
  }`

const contact = (details: Details): Html =>
  summaryList({
    rows: [
      { key: 'Name', value: told(names(details), held.name), ...change('name', 'your name') },
      { key: 'Email', value: told(addresses(details), held.address), ...change('address', 'your email address') },
      {
        key: 'Telephone',
        value: told(details.telephone ?? 'Not given', held.telephone),
        ...change('telephone', 'your telephone number', details.telephone ? 'Change' : 'Give'),
      },
      {
        key: 'Teacher reference number',
        value: told(details.referenceNumber ?? 'Not given', held.referenceNumber),
        ...change('reference-number', 'your teacher reference number', details.referenceNumber ? 'Change' : 'Give'),
      },
      details.needs.length > 0 && {
        key: 'Access and dietary needs',
        value: told(
          html`${details.needs.map(({ group, needs }, at) => html`${at > 0 && html`<br>`}${needs ?? 'None told'} (${group})`)}`,
          held.needs,
        ),
        ...change('needs', 'your access and dietary needs'),
      },
    ],
  })

const captioned = (caption: string) => ({ stacks: true, caption, captionClasses: 'govuk-table__caption--m' })

const posts = ({ posts: known }: Details): Html => html`${
  known.length === 0
    ? html`<h2 class="govuk-heading-m">Where you work</h2><p class="govuk-body">No post is known.</p>`
    : table({
        ...captioned('Where you work'),
        head: ['Post', 'Where', 'When', 'Said by'],
        rows: known.map((post) => [post.post, post.organisation, periodInWords(post), post.saidBy]),
      })
}
<p class="govuk-hint">${held.posts.why}<br>Seen by: ${held.posts.seenBy}</p>
${
  known.some(({ to }) => to === null) &&
  html`<ul class="govuk-list">
<li><a class="govuk-link" href="/account/details/post">I do something else at the same school</a></li>
<li><a class="govuk-link" href="/account/moved">I move, or have moved, to another school</a></li>
<li><a class="govuk-link" href="/account/leave">I no longer work here</a></li>
</ul>`
}`

const roles = ({ roles: known }: Details): Html => html`${
  known.length === 0
    ? html`<h2 class="govuk-heading-m">Your parts in the network</h2><p class="govuk-body">None.</p>`
    : table({
        ...captioned('Your parts in the network'),
        head: ['Part', 'Where', 'When', 'Given by'],
        rows: known.map((role) => [role.part, role.at ?? 'The network', periodInWords(role), role.by ?? 'By rule']),
      })
}
<p class="govuk-hint">${held.roles.why}<br>Seen by: ${held.roles.seenBy}</p>`

const notReached = ({ failing }: Details): Html | false =>
  failing !== null &&
  html`${warningText(html`Mail to ${failing.address} does not arrive. ${failing.what}${failing.heldBack > 0 && html` ${failing.heldBack === 1 ? 'One mail waits' : `${failing.heldBack} mails wait`} for you.`}`)}
<p class="govuk-body"><a class="govuk-link" href="/account/details/address">Give another address</a>, or, if this one works after all:</p>
<form method="post" action="/account/details/address/try-again">${button({ text: 'Try it again', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

/** Everything held about somebody, for themselves: what, why, who sees it, and the way to change it. */
export const detailsView = (frame: Frame, details: Details): Html =>
  layout(
    frame,
    { title: 'My details', backLink: '/account', unlisted: true },
    html`<h1 class="govuk-heading-l">My details</h1>
${insetText(html`This is what is held about you, why, and who sees it. Your hub sees a change as soon as you make it. <a class="govuk-link" href="/privacy">How your data is looked after</a>`)}
${notReached(details)}
${contact(details)}
${posts(details)}
${roles(details)}`,
  )
