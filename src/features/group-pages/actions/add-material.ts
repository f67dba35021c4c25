import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { filesTaken, mostFileBytes, typeOfFile } from '../../../vocabulary/file-taken.ts'
import { webAddress } from '../../../vocabulary/web-address.ts'
import { lockGroup, takesPlaces } from '../../groups/index.ts'
import { personIdOf } from '../../people/index.ts'
import { groupWorkedOn, sessionOfGroup } from '../../registers/index.ts'
import { mostMaterials, type NewMaterial } from '../material.ts'
import { materialsOf } from '../queries.ts'
import { insertMaterial, lockMaterial, type MaterialToKeep, setTakenBack } from '../store.ts'

const notALink = 'Enter the whole address, such as https://www.ncetm.org.uk/teaching-for-mastery'

// What a file is, is told by what is in it as well as by its name, whoever asks.
const contentOf = (material: NewMaterial): Pick<MaterialToKeep, 'url' | 'file'> => {
  if ('url' in material) {
    const url = webAddress(material.url)
    if (url === null) throw new Refused(notALink)
    return { url, file: null }
  }
  const { name, content } = material.file
  const type = typeOfFile(name, content)
  if (type === null || content.length === 0 || content.length > mostFileBytes)
    throw new Refused(`This file cannot be taken. Send ${filesTaken}`)
  return { url: null, file: { name: name.slice(-200), type, content } }
}

const requireRoom = async (tx: Transaction, groupId: string): Promise<void> => {
  if ((await materialsOf(tx, groupId)).length >= mostMaterials)
    throw new Refused(`The page of a group holds ${mostMaterials} materials. Take back what is not needed any more.`)
}

/** Puts a link or a file on a group's page, for the year or for one session. The same sent twice stands there once. */
export const addMaterial = (
  context: Context,
  input: NewMaterial & { readonly id: string; readonly groupId: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    if (!takesPlaces(group.status)) throw new Refused('This group is over: its page stays as it is.')
    await lockGroup(tx, group.id)
    if (input.sessionId !== null) found(await sessionOfGroup(tx, group.id, input.sessionId))
    const kept = contentOf(input)
    await requireRoom(tx, group.id)
    const { id, groupId, title, sessionId } = input
    const by = personIdOf(context.actor)
    if (!(await insertMaterial(tx, { id, groupId, title, sessionId, ...kept, by, now: context.now }))) return
    await record(tx, context, {
      name: 'material.added',
      subject: { type: 'group', id: groupId },
      particulars: { material: id, kind: kept.url === null ? 'file' : 'link', sessionId },
    })
  })

/** Takes a link or a file off a group's page; what was in the file goes at once. */
export const takeBackMaterial = (
  context: Context,
  input: { readonly groupId: string; readonly id: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const group = found(await groupWorkedOn(context, input.groupId))
    await lockGroup(tx, group.id)
    const { id, takenBackAt } = found(await lockMaterial(tx, input))
    if (takenBackAt !== null) return
    await setTakenBack(tx, id, { by: personIdOf(context.actor), now: context.now })
    await record(tx, context, {
      name: 'material.taken-back',
      subject: { type: 'group', id: group.id },
      particulars: { material: input.id },
    })
  })
