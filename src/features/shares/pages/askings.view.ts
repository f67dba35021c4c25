import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type FormState, radiosField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type Asking, askingLabels, isOpen } from '../asking.ts'
import { askingTones, shareInWords } from './partners.view.ts'

type Shown = {
  readonly hub: { readonly slug: string; readonly name: string }
  readonly askings: readonly Asking[]
  readonly form: FormState
  readonly about: string
}

const one = ({ hub, form, about }: Shown, asking: Asking): Html => {
  const state: FormState = about === asking.id ? form : { typed: {}, errors: [] }
  return html`<section class="govuk-!-margin-bottom-7"><h2 class="govuk-heading-m">${asking.groupName}</h2>
<p class="govuk-body">${statusTag(askingLabels[asking.status], askingTones[asking.status])} ${asking.leadHubName} asked on ${formatInstant(asking.askedAt)}${asking.answeredAt && `, ${askingLabels[asking.status].toLowerCase()} on ${formatInstant(asking.answeredAt)}`}.</p>
<p class="govuk-body">${asking.projectTitle}. Share of its room: ${shareInWords(asking).replace(/^./, (first) => first.toLowerCase())}.</p>
${asking.word && html`<p class="govuk-body">They write: ${asking.word}</p>`}${asking.answer && html`<p class="govuk-body">Your hub wrote: ${asking.answer}</p>`}
${
  isOpen(asking) &&
  html`<form method="post" action="/hub/${hub.slug}/askings/${asking.id}" novalidate>${radiosField(state, {
    name: 'answer',
    label: html`Does your hub share it?<span class="govuk-visually-hidden"> ${asking.groupName}</span>`,
    hint: 'Then you place schools that ask for your own offer of the project, and decide on them. What you see of the others is what running the group needs.',
    items: [
      { value: 'agreed', text: 'Yes' },
      { value: 'declined', text: 'No' },
    ],
  })}${textArea(state, { name: 'word', label: 'A word with it (optional)', rows: 2 })}${button({ text: 'Answer', preventDoubleClick: true })}</form>`
}${asking.status === 'agreed' && html`<p class="govuk-body"><a class="govuk-link" href="/groups/${asking.groupId}">See the group</a></p>`}</section>`
}

/** What other hubs ask of a hub: whether it shares groups of theirs. */
export const askingsView = (frame: Frame, shown: Shown): Html =>
  layout(
    frame,
    {
      title: 'Groups that other hubs share with you',
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${shown.hub.slug}` }, { text: 'Groups that other hubs share' }],
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${shown.hub.name}</span><h1 class="govuk-heading-l">Groups that other hubs share with you</h1>
${
  shown.askings.length === 0
    ? emptyState({
        title: 'Nobody has asked yet',
        text: 'When another hub asks yours to share a group, you agree or decline here.',
      })
    : shown.askings.map((asking) => one(shown, asking))
}</div></div>`,
  )
