import { difference } from '../../../ui/components/difference.ts'
import { type Html, html } from '../../../ui/html.ts'
import type { Difference } from '../differences.ts'

/** What differs, field by field: what was added underlined, what was removed struck through. */
export const differencesView = (all: readonly Difference[], level: 2 | 3 = 3): Html =>
  all.length === 0
    ? html`<p class="govuk-body">Nothing differs.</p>`
    : html`<p class="govuk-body-s">Underlined was added, struck through was removed.</p>${all.map(
        ({ label, before, after }) =>
          html`${level === 2 ? html`<h2 class="govuk-heading-s">${label}</h2>` : html`<h3 class="govuk-heading-s">${label}</h3>`}${difference({ before, after })}`,
      )}`
