import { insetText } from '../../../ui/components/inset-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { SuccessorAwaited } from '../session.ts'
import type { GroupPage } from './group-status.view.ts'

const standing = (
  { byOn, saysNobody, organisation, exception }: SuccessorAwaited,
  today: Temporal.PlainDate,
): string => {
  if (saysNobody) return `${organisation} says that nobody follows; the hub decides.`
  if (exception === 'asked') return `${organisation} asks for an exception, so that somebody follows; the hub decides.`
  if (exception === 'refused') return 'The same people come all year, and no exception is made.'
  return Temporal.PlainDate.compare(byOn, today) < 0
    ? `${organisation} was to name who follows by ${formatDate(byOn)}; the hub decides.`
    : `${organisation} names who follows by ${formatDate(byOn)}.`
}

/** Who has left the group, and what is waited for. */
export const successorsInset = ({ group, successors, today, may }: GroupPage): Html | false =>
  successors.length > 0 &&
  insetText(
    html`${successors.map(
      (each, at) =>
        html`${at > 0 && html`<br>`}${each.person} has left. ${standing(each, today)}${may.run && html` <a class="govuk-link" href="/hub/${group.hubSlug}/successors/${each.participantId}">Decide<span class="govuk-visually-hidden"> who follows ${each.person}</span></a>`}`,
    )}`,
  )
