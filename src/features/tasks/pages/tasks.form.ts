import { z } from 'zod'
import { isId } from '../../../vocabulary/ids.ts'
import { parseDate } from '../../../vocabulary/typed-date.ts'

const filled = (message: string, longest: number) =>
  z.string(message).trim().min(1, message).max(longest, `Use ${longest} characters or fewer`)

const parts = ['due_on-day', 'due_on-month', 'due_on-year'] as const

/** A task to set; it cannot be due before it is set. */
export const taskForm = (today: Temporal.PlainDate) =>
  z
    .looseObject({
      session: z.string().optional(),
      follows: z.string().optional(),
      title: filled('Enter what the task is, in a few words', 120),
      brief: filled('Say what participants should do in school', 4000),
      shared_with: z.enum(['group', 'lead'], 'Choose who reads the reflections'),
    })
    .transform((typed, check) => {
      const due = parseDate(parts.map((part) => String(typed[part] ?? '').trim()).join(' '))
      if (due === null)
        check.addIssue({ code: 'custom', path: ['due_on'], message: 'Enter the date it is due, like 12 1 2022' })
      else if (Temporal.PlainDate.compare(due, today) < 0) {
        check.addIssue({ code: 'custom', path: ['due_on'], message: 'The date it is due must not lie in the past' })
      }
      const sessionId = typed.session && isId(typed.session) ? typed.session : null
      const followsNext = typed.follows === 'yes' && sessionId !== null
      return {
        sessionId,
        followsNext,
        title: typed.title,
        brief: typed.brief,
        sharedWith: typed.shared_with,
        dueOn: due ?? today,
      }
    })

export const reflectionForm = z.object({
  reflection: filled('Write what came of the task', 8000),
  drop_file: z.string().optional(),
})
