import { found, NotFound } from '../../../platform/errors.ts'
import { historyOf, type RecordedEvent } from '../../../platform/history.ts'
import { type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { undoMerge } from '../actions/undo-merge.ts'
import { recordsEvents } from '../events.ts'
import { type MergeSeen, mergeById } from '../merges-queries.ts'
import { undoFor } from '../undo-queries.ts'
import { mergeView } from './merge.view.ts'
import { sideOf } from './side.ts'

const mergeHere = async (
  request: PageRequest,
): Promise<{ merge: MergeSeen; side: Awaited<ReturnType<typeof sideOf>> }> => {
  const side = await sideOf(request)
  const id = request.params['id'] ?? ''
  const merge = found(isId(id) ? await mergeById(request.context.db, id) : null)
  if (side.hub !== null && merge.hubId !== side.hub.id) throw new NotFound('Not a merge of this hub')
  return { merge, side }
}

const isKnown = (name: string): name is keyof typeof recordsEvents => name in recordsEvents

const inWords = (name: string): string => {
  if (isKnown(name)) return recordsEvents[name]
  return name.replace('.', ' ').replaceAll('-', ' ')
}

const whoDid = (event: RecordedEvent): string =>
  event.actorName ??
  (event.actorKind === 'system' ? 'Tessellate' : event.actorKind === 'link' ? 'the holder of a link' : 'somebody')

const capital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`

export const showMerge: Page = async (request) => {
  const { context, frame, query } = request
  const { merge, side } = await mergeHere(request)
  const [undo, events] = await Promise.all([
    undoFor(context, merge.id),
    historyOf(context.db, { type: merge.kind, id: merge.keptId }),
  ])
  const notices: Readonly<Record<string, string>> = {
    merged: 'The two are one record.',
    undone: 'The merge is undone.',
  }
  return page(
    mergeView(
      { ...frame, notice: wordedAs(notices, query.get('said')) ?? frame.notice },
      {
        side,
        merge,
        undo: { ...undo, changes: undo.changes.length },
        history: events.map((event) => ({
          title: capital(inWords(event.name)),
          at: event.occurredAt,
          by: whoDid(event),
        })),
      },
    ),
  )
}

export const undoMergeHere: Page = async (request) => {
  const { merge, side } = await mergeHere(request)
  await undoMerge(request.context, { mergeId: merge.id })
  return redirect(`${side.base}/merges/${merge.id}?said=undone`)
}
