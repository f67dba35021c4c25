import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type FormState, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatMiles } from '../../../vocabulary/grid.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { whenInWords } from '../../sessions/index.ts'
import { type HostingStatus, hostingLabels } from '../hosting.ts'
import { goesByMinutes, hostRefusal, type Meeting, type School, type Turn } from '../rota.ts'

type MeetingSeen = Meeting & {
  readonly onDate: Temporal.PlainDate | null
  readonly startsAt: Temporal.PlainTime | null
  readonly endsAt: Temporal.PlainTime | null
  readonly status: string
  readonly hostName: string | null
  readonly live: { readonly id: string; readonly status: HostingStatus; readonly name: string } | null
  readonly declinedNames: readonly string[]
}

export type HostsShown = {
  readonly group: GroupSeen
  readonly schools: readonly (School & { readonly isStated: boolean })[]
  readonly meetings: readonly MeetingSeen[]
  readonly people: number
  readonly proposed: readonly Turn[]
  readonly form: FormState
}

const tones: Readonly<Record<HostingStatus, Tone>> = {
  asked: 'waiting',
  accepted: 'good',
  declined: 'bad',
  withdrawn: 'over',
}

const stateOf = (group: GroupSeen, meeting: MeetingSeen): Html | string => {
  const { live, hostName, declinedNames } = meeting
  const declined =
    declinedNames.length > 0 && html`<br><span class="govuk-body-s">Declined: ${declinedNames.join(', ')}</span>`
  if (!live) return html`${hostName ?? 'Nobody yet'}${declined}`
  const back =
    meeting.status !== 'held' &&
    html`<form method="post" action="/groups/${group.id}/hosts/${live.id}/withdraw"><button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" data-prevent-double-click="true">Take back<span class="govuk-visually-hidden"> ${live.name} for session ${meeting.number}</span></button></form>`
  return html`${live.name} ${statusTag(hostingLabels[live.status], tones[live.status])}${declined}${back}`
}

const rotaPart = ({ group, meetings, proposed, schools, people, form }: HostsShown): Html => {
  if (meetings.length === 0)
    return emptyState({
      title: 'No session needs a host',
      text: 'Sessions at a venue of the hub, online, and visits have none. Plan the group’s sessions first.',
    })
  const turnOf = (id: string) => proposed.find(({ meetingId }) => meetingId === id)
  const items = schools.map((school) => {
    const refusal = hostRefusal(school, people)
    return { value: school.id, text: refusal ? `${school.name} (${refusal})` : school.name }
  })
  return html`<form method="post" action="/groups/${group.id}/hosts/ask" novalidate id="rota"></form>
${table({
  caption: 'Who hosts what',
  captionClasses: 'govuk-table__caption--m',
  stacks: true,
  firstCellIsHeader: true,
  head: ['Session', 'When', 'Host', 'Ask'],
  rows: meetings.map((meeting) => {
    const turn = turnOf(meeting.id)
    return [
      `Session ${meeting.number}`,
      whenInWords(meeting),
      stateOf(group, meeting),
      turn
        ? html`${selectField(form, { name: `host-${meeting.id}`, label: html`<span class="govuk-visually-hidden">Whom to ask for session ${meeting.number}</span>`, blank: 'Nobody now', sentWith: 'rota', value: turn.schoolId ?? '', items })}<span class="govuk-body-s">${turn.why}</span>`
        : '',
    ]
  }),
})}`
}

// Minutes of the hub's table where it tells of every way; the straight line otherwise, for all alike.
const travelInWords = ({ travel, minutes }: School, schools: readonly School[]): string => {
  const others = schools.length - 1
  if (others < 1) return 'Not known'
  if (goesByMinutes(schools) && minutes !== null) return `${Math.round(minutes / others)} minutes`
  return travel === null ? 'Not known' : formatMiles(travel / others)
}

// A school that has agreed, or is asked, though fewer fit in than come now.
const tooSmall = ({ meetings, schools, people }: HostsShown): readonly string[] =>
  meetings.flatMap(({ number, status, host }) => {
    const school = schools.find(({ id }) => id === host)
    const room = school?.room ?? null
    return school && room !== null && room < people && status !== 'held'
      ? [`Session ${number}: ${school.name} has room for ${room}, and ${people} come.`]
      : []
  })

const willingPart = ({
  group,
  schools,
  form,
}: HostsShown): Html => html`<h2 class="govuk-heading-m">What the schools say</h2>
<form method="post" action="/groups/${group.id}/hosts" novalidate>
${table({
  caption: 'The schools of the group',
  captionClasses: 'govuk-visually-hidden',
  stacks: true,
  firstCellIsHeader: true,
  head: ['School', 'Hosts', 'Room for', 'Hosted before', 'The others travel, on average'],
  rows: schools.map((school) => [
    html`${school.name}${school.isLeads && html` ${statusTag('The lead’s', 'new')}`}`,
    html`<div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" type="checkbox" name="willing" id="willing-${school.id}" value="${school.id}"${school.isWilling && html` checked`}><label class="govuk-label govuk-checkboxes__label" for="willing-${school.id}">Yes<span class="govuk-visually-hidden">, ${school.name} hosts</span></label></div></div>`,
    textField(form, {
      name: `room-${school.id}`,
      label: html`<span class="govuk-visually-hidden">${school.name} has room for so many people</span>`,
      width: 3,
      inputmode: 'numeric',
      value: school.room,
    }),
    school.before === 0 ? 'No' : `${school.before} in earlier years`,
    travelInWords(school, schools),
  ]),
})}
${button({ text: 'Save what they say', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

/** Who hosts the sessions of a group: what is asked and answered, whose turn it is, and what the schools say of hosting. */
export const hostsView = (frame: Frame, shown: HostsShown): Html => {
  const { group, people, proposed, form } = shown
  return layout(
    frame,
    {
      title: `Hosts of ${group.name}`,
      backLink: `/groups/${group.id}`,
      errors: form.errors,
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title: 'Hosts',
      caption: group.name,
      text: `About ${people} people come. The first session is at the lead’s school, the others in turn; whoever declines is passed over for that session alone.`,
      actions: [],
    })}
${tooSmall(shown).map((line) => warningText(line))}
${rotaPart(shown)}
${proposed.length > 0 && html`<p class="govuk-body">Each school that is asked gets a mail with a link of its own, good for three weeks; the lead’s own school hosts without being asked.</p>${button({ text: 'Ask these schools', preventDoubleClick: true, attributes: { form: 'rota' } })}`}
${willingPart(shown)}`,
  )
}
