import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { taskList } from '../../../ui/components/task-list.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { FormLink, InterestForm, Step } from '../interest-form.ts'
import { type AskedFor, columns, headingOf } from './ask.view.ts'
import type { DetailsAsked } from './details.view.ts'

export type Overview = {
  readonly asking: { readonly about: AskedFor; readonly onBehalf: boolean }
  readonly form: InterestForm
  readonly link: FormLink | null
  readonly details: DetailsAsked
  readonly steps: readonly Step[]
  readonly done: readonly string[]
  readonly colleagues: readonly FormLink[]
  /** The whole address of this form. */
  readonly url: string
}

const standing = ({ form, done }: Overview, { key }: Step) => {
  const saved = form.saved[key]
  if (done.includes(key)) return { text: 'Done' }
  return {
    tag: saved ? { text: 'To put right', classes: 'govuk-tag--yellow' } : { text: 'To do', classes: 'govuk-tag--blue' },
  }
}

const lastSaved = ({ form }: Overview, { key }: Step): string | undefined => {
  const saved = form.saved[key]
  return saved
    ? `Saved ${formatInstant(Temporal.Instant.from(saved.at))}${saved.by ? ` by ${saved.by}` : ''}`
    : undefined
}

const tasks = (shown: Overview): Html =>
  taskList({
    idPrefix: 'step',
    items: shown.steps.map((step) => ({
      title: step.title,
      href: `${shown.asking.about.base}/${step.key}`,
      ...(lastSaved(shown, step) ? { hint: lastSaved(shown, step) } : {}),
      status: standing(shown, step),
    })),
  })

const comingBack = ({ asking, link, url }: Overview): Html => {
  if (asking.onBehalf)
    return html`<p class="govuk-body">Whoever works at your hub can go on with this form at this address.</p>`
  if (link?.part === 'colleague')
    return html`<p class="govuk-body">This link is yours: come back to it whenever you like. Whoever asked you sends the form.</p>`
  return html`<p class="govuk-body">What you have saved is kept. Come back by this address, which you can copy, or have it mailed to you:</p>
${insetText(html`<code class="app-address">${url}</code>`)}
<p class="govuk-body"><a class="govuk-link" href="${asking.about.base}/share">Mail me this link, or ask a colleague to help</a></p>`
}

/** Where a form stands, step by step. */
export const overviewView = (frame: Frame, shown: Overview): Html => {
  const { asking, details, steps, done, colleagues, form, link } = shown
  const { about } = asking
  const isChange = form.changes !== null
  const title = isChange ? 'Change your answers' : `${headingOf(about)} for ${details.organisation.name}`
  const isReady = steps.every(({ key }) => done.includes(key))
  const maySend = link?.part !== 'colleague'
  return layout(
    frame,
    { title: `${title}: ${about.title}`, ...(isChange ? {} : { backLink: about.offerHref }), unlisted: true },
    columns(html`<span class="govuk-caption-l">${about.title}, ${about.hub}</span>
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">${done.length} of ${steps.length} steps are done. ${isChange ? 'Your request stands as it was until you have checked and sent the changes.' : `Nothing is sent to ${about.hub} before you have checked it.`}</p>
${tasks(shown)}
${isReady ? html`<p class="govuk-body">${button({ text: maySend ? 'Check your answers' : 'See all answers', href: `${about.base}/check` })}</p>` : html`<p class="govuk-body">When every step is done you check the answers once more.</p>`}
<h2 class="govuk-heading-m">Come back later</h2>
${comingBack(shown)}
${colleagues.length > 0 && html`<p class="govuk-body">${colleagues.map(({ name }) => name).join(', ')} ${colleagues.length === 1 ? 'helps' : 'help'} with it.</p>`}`),
  )
}
