import { type Context, transaction } from '../../../platform/context.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { belongsTo, dataSubject, holdings } from '../../personal-fields/index.ts'
import { namesakesOf, obstaclesTo } from '../erasure-queries.ts'
import {
  endLinks,
  endWhatTheyHold,
  eraseRows,
  lockPerson,
  markErased,
  removeFromCast,
  removeQueuedMail,
} from '../erasure-store.ts'
import { eraseMentions } from '../mention-store.ts'

/**
 * Erases a person from every room in one transaction: what was counted stays counted, as of an erased person (domain rule 14).
 * `mentionsByName`: texts that name somebody of this name mean this person, also when there are namesakes.
 */
export const erasePerson = (
  context: Context,
  { personId, mentionsByName, requestId }: { personId: string; mentionsByName: boolean; requestId?: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    found((await lockPerson(tx, personId)) ? personId : null)
    const obstacles = await obstaclesTo(tx, personId, context.today)
    if (obstacles.length > 0)
      throw new Refused(obstacles.map(({ obstacle, first }) => `${obstacle} ${first}`).join(' '))
    const subject = found(await dataSubject(tx, personId))
    const isNameTheirs = mentionsByName || (await namesakesOf(tx, subject)) === 0
    await endLinks(tx, subject, context.now)
    await endWhatTheyHold(tx, personId, context)
    await removeQueuedMail(tx, subject)
    let rows = 0
    for (const holding of inOrder) rows += await eraseRows(tx, holding, belongsTo(holding, subject))
    rows += await eraseMentions(tx, isNameTheirs ? subject.names : subject.names.filter((name) => name.includes('@')))
    await removeFromCast(tx, subject)
    await markErased(tx, subject, context.now)
    await record(tx, context, {
      name: 'person.erased',
      subject: { type: 'person', id: personId },
      also: requestId ? [{ type: 'erasure', id: requestId }] : [],
      particulars: { rows, mentionsByName },
    })
  })

// What others are found through goes last: a request leads to its verdicts while it still names its sender.
const last = ['messages', 'addresses', 'address-changes', 'interest-sent', 'person']
const inOrder = holdings.toSorted((one, other) => last.indexOf(one.key) - last.indexOf(other.key))
