/** What a project asks for a place to be completed: a share of the sessions held, in percent, and so many reflections; null asks for none. */
export type Terms = { readonly leastShare: number | null; readonly leastTasks: number | null }

/** Asked of every place where nothing is stated: somebody of it came once. */
export const onceAtLeast: Terms = { leastShare: null, leastTasks: null }

/** What a group's year had to offer: sessions held, and tasks that were set. */
export type Asked = { readonly held: number; readonly tasksSet: number }

/** What came of it at one place: sessions to which somebody came, and tasks to which somebody returned a reflection. */
export type Done = { readonly sessionsAttended: number; readonly tasksReturned: number }

/** How many of the sessions held somebody has to come to: the share, rounded up, and one at least. */
export const sessionsNeeded = ({ leastShare }: Terms, { held }: Asked): number =>
  Math.max(1, Math.ceil(((leastShare ?? 0) * held) / 100))

/** How many reflections are wanted: never more than there were tasks. */
export const tasksNeeded = ({ leastTasks }: Terms, { tasksSet }: Asked): number => Math.min(leastTasks ?? 0, tasksSet)

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** In what a place falls short of what is asked, each in words; nothing where it has done it all. */
export const shortfallsOf = (terms: Terms, asked: Asked, done: Done): readonly string[] => {
  const [sessions, tasks] = [sessionsNeeded(terms, asked), tasksNeeded(terms, asked)]
  return [
    ...(done.sessionsAttended < sessions
      ? [`came to ${done.sessionsAttended} of ${asked.held} sessions, and ${sessions} are asked for`]
      : []),
    ...(done.tasksReturned < tasks
      ? [`returned ${counted(done.tasksReturned, 'reflection', 'reflections')}, and ${tasks} are asked for`]
      : []),
  ]
}

/**
 * How a place stands when the year ends: it has done what is asked, falls short of it, or nobody of it ever came. Only who came can
 * complete (participation and completion are counted from taking part), and who falls short only by a decision with a reason.
 */
export type Outcome = 'meets' | 'short' | 'never'

export const outcomeOf = (terms: Terms, asked: Asked, done: Done): Outcome => {
  if (done.sessionsAttended === 0) return 'never'
  return shortfallsOf(terms, asked, done).length === 0 ? 'meets' : 'short'
}

/** What is asked, in a sentence that a school understands. */
export const termsInWords = ({ leastShare, leastTasks }: Terms): string => {
  const sessions =
    leastShare === null
      ? 'at least one session'
      : leastShare === 100
        ? 'every session'
        : `${leastShare}% of the sessions`
  const tasks = leastTasks === null ? '' : `, and returned at least ${counted(leastTasks, 'reflection', 'reflections')}`
  return `A school or institution completes when somebody of it came to ${sessions}${tasks}.`
}
