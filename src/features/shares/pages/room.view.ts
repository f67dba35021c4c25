import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { table } from '../../../ui/components/table.ts'
import { dateField, type FormState, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, roomLeftFor, type SharedRoom, takenOfRest, unitsInWords } from '../../groups/index.ts'

export type HeldBackShown = {
  readonly id: string
  readonly people: number
  readonly reason: string
  readonly heldAt: Temporal.Instant
}

export type RoomShown = {
  readonly group: GroupSeen
  readonly room: SharedRoom
  /** The hub in whose name the reader holds places back. */
  readonly own: { readonly id: string; readonly name: string } | null
  readonly heldBack: readonly HeldBackShown[]
  readonly mayShare: boolean
  readonly isOver: boolean
  readonly form: FormState
  /** Which form of the page the state belongs to. */
  readonly about: string
}

const none: FormState = { typed: {}, errors: [] }
const number = (text: string | number) => ({ text, format: 'numeric' as const })
const stateFor = ({ about, form }: RoomShown, which: string): FormState => (about === which ? form : none)

const rowsOf = ({ group, room }: RoomShown) => {
  const partners = room.partners.map((partner) => ({
    name: group.partnerHubs.find(({ id }) => id === partner.hubId)?.name ?? 'A partner hub',
    hubId: partner.hubId,
    share: partner.share === null ? 'None of its own' : String(partner.share),
    taken: partner.taken,
    heldBack: partner.heldBack,
  }))
  const ofPartners = partners.reduce((sum, partner) => sum + partner.heldBack, 0)
  const lead = {
    name: `${group.hubName} (holds the group)`,
    hubId: group.hubId,
    share: room.partners.some(({ share }) => share !== null) ? 'What the shares leave' : 'All of it',
    taken: takenOfRest(room) - room.partners.reduce((sum, each) => sum + (each.share === null ? each.taken : 0), 0),
    heldBack: room.heldBack.organisations - ofPartners,
  }
  return [lead, ...partners]
}

const sharesTable = (shown: RoomShown): Html => {
  const { group, room } = shown
  return table({
    stacks: true,
    caption: `${group.organisationsTaken} of ${group.organisationsRoom} ${unitsInWords(group).many}, ${group.peopleTaken} of ${group.peopleRoom} people`,
    captionClasses: 'govuk-table__caption--m',
    firstCellIsHeader: true,
    head: ['Hub', 'Share', number('Given away'), number('Held back'), number('Left now')],
    rows: rowsOf(shown).map((row) => [
      row.name,
      row.share,
      number(row.taken),
      number(row.heldBack),
      number(roomLeftFor(room, row.hubId).organisations),
    ]),
  })
}

const releaseSentence = ({ room }: RoomShown): string => {
  if (!room.partners.some(({ share }) => share !== null))
    return 'The room is not shared out: every hub of the group places in what is free.'
  if (room.sharesEndedAt !== null)
    return `Unused shares were released on ${formatInstant(room.sharesEndedAt)}: every hub of the group places in what is free.`
  return room.sharesEndOn
    ? `Each hub places within its share. On ${formatDate(room.sharesEndOn)} what is unused is released to all, and offered to the next in line by itself.`
    : 'Each hub places within its share.'
}

const sharing = (shown: RoomShown): Html | false => {
  const { group, room } = shown
  const state = stateFor(shown, 'share')
  return (
    shown.mayShare &&
    group.partnerHubs.length > 0 &&
    details({
      summaryText: 'Change the shares',
      open: shown.about === 'share',
      text: html`<form method="post" action="/groups/${group.id}/room" novalidate>
${group.partnerHubs.map((hub, at) => textField(state, { name: `share_${at}`, label: `Share of ${hub.name}`, hint: `How many ${unitsInWords(group).many} it may place; empty: no share of its own`, inputmode: 'numeric', width: 3, value: room.partners.find(({ hubId }) => hubId === hub.id)?.share ?? '' }))}
${dateField(state, { name: 'end_on', label: 'Unused shares are released on', hint: 'From that day on every hub of the group places in what is free', value: room.sharesEndOn })}
${button({ text: 'Save the shares', preventDoubleClick: true })}</form>`,
    })
  )
}

const heldBackOne = (shown: RoomShown, held: HeldBackShown): Html =>
  html`<li class="govuk-!-margin-bottom-4"><strong>For ${held.people} ${held.people === 1 ? 'person' : 'people'}</strong>, since ${formatInstant(held.heldAt)}: ${held.reason}${details(
    {
      summaryText: html`Release this place<span class="govuk-visually-hidden"> held back since ${formatInstant(held.heldAt)}</span>`,
      open: shown.about === held.id,
      text: html`<p class="govuk-body">It goes to the next in line at once, if anybody fits.</p><form method="post" action="/groups/${shown.group.id}/room/held-back/${held.id}" novalidate>${textField(stateFor(shown, held.id), { name: 'release_reason', label: 'Why is it released?' })}${button({ text: 'Release the place', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
    },
  )}</li>`

const heldBack = (shown: RoomShown): Html | false => {
  const state = stateFor(shown, 'hold')
  return (
    shown.own !== null &&
    html`<h2 class="govuk-heading-m">Places that ${shown.own.name} holds back</h2>
<p class="govuk-body">What is held back counts as taken for the waiting list and for placement. Only your own hub reads the reason.</p>
${shown.heldBack.length === 0 ? html`<p class="govuk-body">None.</p>` : html`<ul class="govuk-list">${shown.heldBack.map((held) => heldBackOne(shown, held))}</ul>`}
${
  !shown.isOver &&
  details({
    summaryText: 'Hold a place back',
    open: shown.about === 'hold',
    text: html`<form method="post" action="/groups/${shown.group.id}/room/held-back" novalidate>
${textField(state, { name: 'people', label: 'For how many people?', inputmode: 'numeric', width: 2, value: shown.group.unit === 'person' ? 1 : 2 })}
${textArea(state, { name: 'reason', label: 'Why is it held back?', rows: 2 })}
${button({ text: 'Hold the place back', preventDoubleClick: true })}</form>`,
  })
}`
  )
}

/** Who has how much of a group's room: shares, what is held back, what is left. */
export const roomView = (frame: Frame, shown: RoomShown): Html =>
  layout(
    frame,
    {
      title: `Room of ${shown.group.name}`,
      backLink: `/groups/${shown.group.id}`,
      errors: shown.form.errors,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${shown.group.name}</span><h1 class="govuk-heading-l">Room of the group</h1>
<p class="govuk-body">${releaseSentence(shown)}</p>
${sharesTable(shown)}
<p class="govuk-body">A place counts against the share of the hub whose offer was asked. Each hub decides on what is asked of its own offer.</p>
<p class="govuk-body"><a class="govuk-link" href="/groups/${shown.group.id}/partners">Hubs that share the group</a>: asked, agreed, and those that share it no more</p>
${sharing(shown)}
${heldBack(shown)}`,
  )
