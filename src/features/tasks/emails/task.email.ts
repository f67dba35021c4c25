import type { Letter } from '../../../platform/mail/index.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'

type About = {
  readonly name: string
  readonly group: string
  readonly title: string
  readonly dueOn: Temporal.PlainDate
  readonly url: string
}

/** Tells a participant of a task, with the personal link under which they return their reflection. */
export const taskLetter = (task: About & { brief: string; shared: boolean }): Letter => ({
  subject: `${task.group}: ${task.title}, by ${formatDate(task.dueOn)}`,
  greeting: `Hello ${task.name},`,
  paragraphs: [`Your group has a task to do in school before ${formatDate(task.dueOn)}: ${task.title}.`, task.brief],
  action: { label: 'Return your reflection', url: task.url },
  after: [
    task.shared
      ? 'The others in your group read your reflection once they have returned theirs, and you theirs.'
      : 'Only the lead of your group reads your reflection.',
    'The link is yours alone and needs no account.',
  ],
  why: `you take part in ${task.group}.`,
})

/** Reminds a participant, once, three days before a task is due. */
export const reminderLetter = (task: About): Letter => ({
  subject: `${task.group}: ${task.title} is due on ${formatDate(task.dueOn)}`,
  greeting: `Hello ${task.name},`,
  paragraphs: [
    `The task “${task.title}” is due on ${formatDate(task.dueOn)}. A few sentences on what came of it are enough.`,
  ],
  action: { label: 'Return your reflection', url: task.url },
  why: `you take part in ${task.group} and have not returned a reflection yet. This is the only reminder.`,
})
