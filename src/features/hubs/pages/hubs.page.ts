import { found } from '../../../platform/errors.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import type { Page, PageRequest } from '../../../platform/http/routes.ts'
import { page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { formatDate, formatInstant } from '../../../vocabulary/local-time.ts'
import { parseDate } from '../../../vocabulary/typed-date.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { hubOn } from '../../organisations/index.ts'
import { cancelPlannedChange } from '../actions/change-hub.ts'
import { hubEvents } from '../events.ts'
import { mayChangeHubs } from '../policy.ts'
import { gapsAndOverlaps, hubsOfNetwork, plannedChangesOf, staffOfHub } from '../queries.ts'
import { hubHere } from './change.page.ts'
import { hubView } from './hub.view.ts'
import { hubsView } from './hubs.view.ts'

const isKnown = (name: string): name is keyof typeof hubEvents => name in hubEvents

const words = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'string' ? value : ''

/** What the particulars of an event say in words: what ended, what began, since when and why. */
const particularsInWords = ({ particulars }: RecordedEvent): string => {
  const { name, before, ended, begun, to, into, made, from, reason } = particulars
  const said = [
    words(ended) && `ended: ${words(ended)}`,
    words(begun) && `begun: ${words(begun)}`,
    words(name) && words(before) ? `${words(before)} became ${words(name)}` : words(name),
    words(to ?? into ?? made),
    /^\d{4}-\d\d-\d\d$/.test(words(from)) && `from ${formatDate(Temporal.PlainDate.from(words(from)))}`,
    words(reason),
  ]
  return said.filter(Boolean).join('; ')
}

const entryOf = (event: RecordedEvent) => ({
  title: isKnown(event.name) ? hubEvents[event.name] : event.name,
  when: formatInstant(event.occurredAt),
  datetime: event.occurredAt.toString(),
  by: event.actorName ?? (event.actorKind === 'system' ? 'Tessellate' : 'somebody'),
  text: particularsInWords(event),
})

export const showHubs: Page = async ({ context: { db, today, actor }, frame }) => {
  const [hubs, served] = await Promise.all([hubsOfNetwork(db, today), gapsAndOverlaps(db)])
  return page(hubsView(frame, { mayChange: mayChangeHubs(actor), hubs, ...served }))
}

const sentences = {
  done: 'The change is made.',
  planned: 'The change is kept, and will be done by itself on its day.',
  corrected: 'The correction is made. What stood before is in the history.',
  cancelled: 'The planned change is called off.',
}

const saidOf = (query: URLSearchParams): string | null => wordedAs(sentences, query.get('said'))

const dayAsked = ({ context, query }: PageRequest): Temporal.PlainDate =>
  parseDate(query.get('on') ?? '') ?? context.today

export const showHub: Page = async (request) => {
  const { context, frame, query } = request
  const hub = await hubHere(request)
  const [staff, planned, events] = await Promise.all([
    staffOfHub(context.db, hub.hub.id, context.today),
    plannedChangesOf(context.db, hub.hub.id),
    historyOf(context.db, { type: 'hub', id: hub.hub.id }),
  ])
  const on = dayAsked(request)
  return page(
    hubView(
      { ...frame, notice: saidOf(query) ?? frame.notice },
      {
        hub,
        on,
        today: context.today,
        was: hubOn(hub, on),
        staff,
        planned,
        history: events.filter(({ name }) => isKnown(name) && name.startsWith('hub.')).map(entryOf),
      },
    ),
  )
}

export const cancelChange: Page = async (request) => {
  const hub = await hubHere(request)
  const id = request.params['change'] ?? ''
  await cancelPlannedChange(request.context, { hubId: hub.hub.id, id: found(isId(id) ? id : null) })
  return redirect(`/network/hubs/${hub.hub.slug}?said=cancelled`)
}
