import type { Letter } from '../../platform/mail/index.ts'
import type { MailSource, PlannedMail } from '../mail-times/index.ts'
import { remindNow } from './actions/remind-of-tasks.ts'
import { tellOfTaskNow } from './actions/tell-of-tasks.ts'
import { digestLetter, reminderLetter } from './emails/task.email.ts'
import { digestsToCome, remindersToCome } from './mail-queries.ts'

const of = ({ hubId, subjectId, forDate }: PlannedMail) => ({ hubId, subjectId, until: forDate.add({ days: 2 }) })

/** Reminders of tasks, as the hub sees them before they go. */
export const taskReminders: MailSource = {
  kind: 'task-reminder',
  goes: 'Whoever has not returned a reflection is reminded once, three days before its task is due.',
  canGoEarly: true,
  toCome: remindersToCome,
  letterTo: async ({ config }, { reader, of, about, forDate }): Promise<Letter> =>
    reminderLetter({
      name: reader.name,
      group: of,
      title: about,
      dueOn: forDate,
      url: `${config.baseUrl}/reflect/… (each reader’s own link)`,
    }),
  send: async (context, mails) => {
    const [first] = mails
    if (!first) return 0
    return remindNow(
      context,
      of(first),
      mails.map(({ id }) => id),
    )
  },
}

/** What came of tasks, told to the leads of their groups. */
export const taskDigests: MailSource = {
  kind: 'task-digest',
  goes: 'The leads of a group are told once what came of a task: when everybody has answered, or the day after it was due.',
  canGoEarly: false,
  toCome: async (context, asked) =>
    (await digestsToCome(context, asked)).flatMap((task) =>
      task.leads
        .filter(({ address }) => address !== null)
        .map(({ id, name }) => ({ ...task, id, reader: { name, organisation: null } })),
    ),
  letterTo: async (context, mail) => {
    const [task] = await digestsToCome(context, of(mail))
    if (!task) throw new Error('A mail about a task is about one that is there')
    const url = `${context.config.baseUrl}/groups/${task.groupId}/tasks/${task.id}`
    return digestLetter({ ...task, name: mail.reader.name, url })
  },
  send: async (context, mails) => {
    const [first] = mails
    return first ? tellOfTaskNow(context, { hubId: first.hubId, subjectId: first.subjectId }) : 0
  },
}
