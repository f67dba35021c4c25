import { emptyState } from '../../../ui/components/empty-state.ts'
import { type Html, html, raw } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { codeInWords } from '../code.ts'

type Shown = {
  readonly group: { readonly id: string; readonly name: string }
  readonly session: { readonly id: string; readonly number: number }
  readonly shown: { readonly code: string; readonly address: string; readonly picture: string } | null
}

/** The code of a session, large, for a screen in the room. */
export const screenView = (frame: Frame, { group, session, shown }: Shown): Html =>
  layout(
    frame,
    {
      title: 'Code for the register',
      backLink: `/groups/${group.id}/sessions/${session.id}/register`,
      scripts: shown ? ['look-again'] : [],
    },
    html`<span class="govuk-caption-l">${group.name}, session ${session.number}</span>
<h1 class="govuk-heading-l">Register yourself</h1>
${
  shown
    ? html`<div data-under-way class="app-code">
<p class="govuk-body-l">Open <strong>${shown.address.replace(/^https?:\/\//, '')}</strong> and type</p>
<p class="app-code__signs">${codeInWords(shown.code)}</p>
<div class="app-code__picture">${raw(shown.picture)}</div>
</div>
<p class="govuk-body">The code changes every minute, and works until a quarter of an hour after the session. <a class="govuk-link" href="/groups/${group.id}/sessions/${session.id}/code">Show the code of this moment</a></p>`
    : emptyState({
        title: 'There is no code now',
        text: 'The code stands here from a quarter of an hour before the session until a quarter of an hour after it.',
      })
}`,
  )
