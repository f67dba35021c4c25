import { Conflict, found, NotFound, Refused } from '../../../platform/errors.ts'
import { parseForm, typedText } from '../../../platform/forms.ts'
import { type Answer, overtaken, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { proposeMerge, sayNotTheSame } from '../actions/judge-pair.ts'
import { mergeRecords, tryMerge } from '../actions/merge-records.ts'
import { compared, kindOfRecord, usualChoices } from '../comparing-queries.ts'
import { lastLookedFor, openDuplicates, pairOf, recordMeant } from '../duplicates-queries.ts'
import { acquaintanceOf } from '../knowing-queries.ts'
import { type Choices, fieldsOf, type MergeKind } from '../merge.ts'
import { latestMerges } from '../merges-queries.ts'
import { mayMergeOrganisations, mayMergePeople } from '../policy.ts'
import { compareView } from './compare.view.ts'
import { actForm } from './duplicates.form.ts'
import { duplicatesView } from './duplicates.view.ts'
import { type PairHere, pairHere, sideOf } from './side.ts'

const pageSize = 25
const mostPages = 10_000

const draw = async (request: PageRequest, form: FormState) => {
  const { context, query, frame } = request
  const side = await sideOf(request)
  const kind: MergeKind = side.hub === null && query.get('kind') === 'organisation' ? 'organisation' : 'person'
  const shown = Math.min(mostPages, pageFrom(query))
  const hubId = side.hub?.id ?? null
  const [{ pairs, total }, merges, lookedFor] = await Promise.all([
    openDuplicates(context.db, kind, { hubId, page: shown, pageSize }),
    latestMerges(context.db, hubId),
    lastLookedFor(context.db),
  ])
  const said =
    query.get('said') === 'not-the-same' ? 'Noted: they are not the same. They are no longer listed here.' : null
  const proposed = query.get('said') === 'proposed' ? 'The national team is asked to decide.' : null
  return duplicatesView(
    { ...frame, notice: said ?? proposed ?? frame.notice },
    { side, kind, pairs, total, page: shown, pageSize, merges, lookedFor, form },
  )
}

const missing = 'Nobody and nothing here is found by this. Check it, or use another sign.'

/** The pairs that may be one; with two signs typed, on to the two records that they mean. */
export const showDuplicates: Page = async (request) => {
  const { context, query } = request
  const [one, other] = [query.get('one')?.trim() ?? '', query.get('other')?.trim() ?? '']
  if (request.params['hub'] !== undefined || (one === '' && other === '')) return page(await draw(request, emptyForm))
  const meant = [
    await recordMeant(context.db, one.slice(0, 200)),
    await recordMeant(context.db, other.slice(0, 200)),
  ] as const
  const fields = (['one', 'other'] as const).filter((_, at) => meant[at] === null)
  const errors = fields.map((field) => ({ field, message: missing }))
  if (meant[0] && meant[1]) {
    const kinds = [await kindOfRecord(context.db, meant[0]), await kindOfRecord(context.db, meant[1])]
    if (meant[0] !== meant[1] && kinds[0]?.kind === kinds[1]?.kind)
      return redirect(`/network/duplicates/${meant[0]}/${meant[1]}`)
    errors.push({
      field: 'other',
      message: meant[0] === meant[1] ? 'These are one record already.' : 'A person and an organisation are never one.',
    })
  }
  return page(await draw(request, { typed: { one, other }, errors }))
}

const drawPair = async (request: PageRequest, { side, kind, pair, isMerged }: PairHere, form: FormState) => {
  const { context, frame } = request
  const { db, actor, today } = context
  const [kept, merged] = [found(await compared(db, kind, pair.keptId)), found(await compared(db, kind, pair.mergedId))]
  const { moving, standing, seen } = await tryMerge(context, kind, pair)
  const mayMerge =
    kind === 'person' ? mayMergePeople(actor, await acquaintanceOf(db, pair, today)) : mayMergeOrganisations(actor)
  return compareView(frame, {
    ...{ side, kind, kept, merged, moving, standing, seen, form },
    fields: fieldsOf(kind),
    usual: usualChoices(kind, kept, merged),
    pair: await pairOf(db, pair.keptId, pair.mergedId),
    mayMerge: mayMerge && !isMerged,
  })
}

// Two that are one by now lead to the merge that made them so.
const afterwards = async (request: PageRequest, { side, pair }: PairHere): Promise<Answer> => {
  const merges = await latestMerges(request.context.db, side.hub?.id ?? null, 500)
  const one = (id: string) => id === pair.keptId || id === pair.mergedId
  const merge = merges.find(({ keptId, mergedId, undoneAt }) => undoneAt === null && one(keptId) && one(mergedId))
  if (!merge) throw new NotFound('No such pair')
  return redirect(`${side.base}/merges/${merge.id}`)
}

export const showPair: Page = async (request) => {
  const here = await pairHere(request)
  return here.isMerged ? afterwards(request, here) : page(await drawPair(request, here, emptyForm))
}

const choicesFrom = (kind: MergeKind, body: Typed): Choices =>
  Object.fromEntries(
    fieldsOf(kind).map(({ key }) => [key, typedText(body, key) === 'merged' ? 'merged' : 'kept'] as const),
  )

/** Merges the two, proposes it, or remembers that they are not the same. */
export const decidePair: Page = async (request) => {
  const { context, body } = request
  const here = await pairHere(request)
  const { side, kind, pair } = here
  if (here.isMerged) return afterwards(request, here)
  const form = parseForm(actForm, body)
  if (!form.ok) return redirect(request.path)
  if (form.value.act === 'not-the-same') {
    await sayNotTheSame(context, { kind, pair })
    return redirect(`${side.base}/duplicates?kind=${kind}&said=not-the-same`)
  }
  if (form.value.act === 'propose') {
    if (side.hub === null || kind !== 'person') throw new NotFound('Hubs propose')
    await proposeMerge(context, { pair, hubId: side.hub.id })
    return redirect(`${side.base}/duplicates?said=proposed`)
  }
  try {
    const id = await mergeRecords(context, {
      kind,
      pair,
      choices: choicesFrom(kind, body),
      seen: form.value.seen ?? '',
    })
    return redirect(`${side.base}/merges/${id}?said=merged`)
  } catch (problem) {
    if (!(problem instanceof Conflict || problem instanceof Refused)) throw problem
    const errors = [{ field: 'act', message: problem.message }]
    return overtaken(await drawPair(request, here, { typed: body, errors }))
  }
}
