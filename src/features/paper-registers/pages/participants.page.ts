import type { Reader } from '../../../platform/database/index.ts'
import { found } from '../../../platform/errors.ts'
import { file, type Page } from '../../../platform/http/routes.ts'
import { typeset } from '../../../platform/pdf.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { formatDate, formatDay, formatTimeRange } from '../../../vocabulary/local-time.ts'
import { participantsInSight, partLabels } from '../../places/index.ts'
import { expectedAt, groupWorkedOn, sessionOfGroup } from '../../registers/index.ts'
import { sessionsOfGroup } from '../../sessions/index.ts'
import { comesToSessions } from '../queries.ts'

type Row = {
  readonly name: string
  readonly organisation: string
  readonly part: string
  readonly comes: string
  readonly needs: string | null
}
type List = { readonly title: string; readonly when: string; readonly rows: readonly Row[] }

const partOf = (part: string): string => partLabels[part as keyof typeof partLabels] ?? part

const ofSession = async (db: Reader, groupId: string, sessionId: string, today: Temporal.PlainDate): Promise<List> => {
  const session = found(isId(sessionId) ? await sessionOfGroup(db, groupId, sessionId) : null)
  const expected = await expectedAt(db, { id: session.id, groupId, onDate: session.onDate ?? today })
  const hours = session.startsAt && session.endsAt && formatTimeRange(session.startsAt, session.endsAt)
  return {
    title: `Who comes to session ${session.number}`,
    when:
      [session.onDate && formatDay(session.onDate), hours, session.venue].filter(Boolean).join(', ') ||
      'Date to be confirmed',
    rows: expected.map((one) => ({
      name: one.name,
      organisation: one.organisation,
      part: one.insteadOf === null ? partOf(one.part) : `Substitute for ${one.insteadOf}`,
      comes: one.given_at === null ? 'Yes' : 'Gave notice',
      needs: one.access_needs,
    })),
  }
}

/** Sessions as people write them: all of them, or their numbers. */
const comesInWords = (numbers: readonly number[], all: number): string => {
  if (all === 0) return ''
  if (numbers.length === all) return 'All'
  return numbers.length === 0 ? 'None' : numbers.join(', ')
}

/** The people of a group to print, or of one session with `?session=`: names, schools, who comes, and what is needed to take part. */
export const printParticipants: Page = async ({ context, params, query, frame }) => {
  const { db, today } = context
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const wanted = query.get('session')
  const ofYear = async (): Promise<List> => {
    const [people, coming, sessions] = await Promise.all([
      participantsInSight(context, group),
      comesToSessions(db, group.id),
      sessionsOfGroup(db, group.id),
    ])
    const all = sessions.filter(({ status }) => status !== 'cancelled').length
    return {
      title: 'Participants',
      when: `As of ${formatDate(today)}`,
      rows: people.map((person) => ({
        name: person.name,
        organisation: person.organisation,
        part: partOf(person.part),
        comes: comesInWords(coming.get(person.id) ?? [], all),
        needs: person.needs,
      })),
    }
  }
  const list = wanted === null ? await ofYear() : await ofSession(db, group.id, wanted, today)
  const body = await typeset({
    template: 'features/paper-registers/participants.typ',
    data: {
      network: frame.networkName,
      group: group.name,
      project: group.projectTitle,
      hub: group.hubName,
      title: list.title,
      when: list.when,
      foot: 'Needs are told in confidence, for those who prepare the sessions. Destroy this list afterwards.',
      rows: list.rows.map((row, at) => ({ ...row, number: String(at + 1), needs: row.needs ?? '' })),
    },
  })
  return file({ body, type: 'application/pdf', name: wanted === null ? 'participants.pdf' : 'who-comes.pdf' })
}
