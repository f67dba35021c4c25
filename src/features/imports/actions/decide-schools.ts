import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { organisationsById } from '../../organisations/index.ts'
import { personIdOf } from '../../people/index.ts'
import { requireOneOf } from '../import.ts'
import { mayImport } from '../policy.ts'
import { schoolsOf } from '../school-queries.ts'
import { type SchoolChoice, writeChoices } from '../schools-store.ts'
import { changeImport, lockImport } from '../store.ts'

/** Says which schools are meant, once for every row that names them so and for the hub's next files, or that their rows are left out. */
export const decideSchools = (
  context: Context,
  input: { importId: string; choices: readonly SchoolChoice[] },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const spreadsheet = found(await lockImport(tx, input.importId))
    if (!mayImport(context.actor, spreadsheet.hubId)) throw new Forbidden('Only staff of the hub decide on its schools')
    requireOneOf(spreadsheet, ['settling', 'ready'])
    const keys = new Set((await schoolsOf(tx, spreadsheet.id)).map(({ key }) => key))
    const choices = input.choices.filter(({ key }) => keys.has(key))
    if (choices.length === 0) return
    const chosen = choices.flatMap(({ organisationId }) => organisationId ?? [])
    const organisations = await organisationsById(tx, chosen)
    for (const id of chosen) {
      const organisation = found(organisations.get(id))
      if (organisation.status === 'closed') throw new Refused(`${organisation.name} has closed: choose its successor`)
    }
    const by = personIdOf(context.actor)
    await writeChoices(tx, { importId: spreadsheet.id, hubId: spreadsheet.hubId, by, now: context.now }, choices)
    const round = spreadsheet.round + 1
    await changeImport(tx, spreadsheet.id, { status: 'preparing', round, rowsDone: 0 })
    await record(tx, context, {
      name: 'import.schools-decided',
      subject: { type: 'import', id: spreadsheet.id },
      particulars: { decided: chosen.length, leftOut: choices.length - chosen.length },
    })
    await enqueue(tx, 'prepare-import', { importId: spreadsheet.id, round }, { key: `import:${spreadsheet.id}` })
  })
