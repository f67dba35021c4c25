import { calendarText } from '../../../platform/calendar.ts'
import { found } from '../../../platform/errors.ts'
import { file, type Page } from '../../../platform/http/routes.ts'
import { calendarEntry } from '../emails/calendar.ts'
import { feedOf } from '../feed-queries.ts'

/** The dates of a person, a group or a hub as a calendar to subscribe to; it names nobody but the one it is for. */
export const showFeed: Page = async ({ context }) => {
  const { actor, now, today, db } = context
  const feed = found(actor.kind === 'link' ? await feedOf(db, actor.subjectId, today) : null)
  const entries = feed.entries.flatMap(
    (entry) =>
      calendarEntry({
        session: entry,
        groupName: entry.groupName,
        projectTitle: entry.projectTitle,
        hubName: entry.hubName,
      }) ?? [],
  )
  return file({
    body: calendarText({ method: 'PUBLISH', name: feed.name, madeAt: now, entries, organiser: null }),
    type: 'text/calendar; charset=utf-8',
    name: 'dates.ics',
  })
}
