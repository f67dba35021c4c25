import { found } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { type Page, page, redirect } from '../../../platform/http/routes.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { inputsOf, obstacleInWords, placedIn, proposalsOf, runAtHub } from '../../placement/index.ts'
import { byPriority } from '../../placement-solving/index.ts'
import { applyChange } from '../actions/apply-change.ts'
import { askForExplanations } from '../actions/ask-for-explanations.ts'
import { changesOfRun, explanationsOf } from '../queries.ts'
import { leftOutView } from './left-out.view.ts'

type Request = Parameters<Page>[0]

const runOf = async ({ context, params }: Request) => {
  const hub = found(await hubBySlug(context.db, params['hub'] ?? ''))
  return { hub, run: found(await runAtHub(context.db, params['run'] ?? '', hub.id)) }
}

/** Whoever a proposal leaves out: which limit keeps it out of each group, and what one change would place it. */
export const showLeftOut: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const { db } = request.context
  const [inputs, placed, proposals, changes, explanations] = await Promise.all([
    inputsOf(db, run.id),
    placedIn(db, run.id),
    proposalsOf(db, run.id),
    changesOfRun(db, run.id),
    explanationsOf(db, run.id),
  ])
  const names = new Map(proposals.map(({ interestId, organisation }) => [interestId, organisation]))
  const assignment = new Map(Object.entries(placed))
  const left = (inputs?.applicants ?? []).filter(({ id }) => !assignment.has(id)).toSorted(byPriority)
  return page(
    leftOutView(request.frame, {
      hub,
      run,
      names,
      groups: inputs?.groups ?? [],
      mostMinutes: inputs?.rules.mostMinutes ?? null,
      left: left.map((applicant) => ({
        id: applicant.id,
        name: names.get(applicant.id) ?? 'One who asks no more',
        reason: proposals.find(({ interestId }) => interestId === applicant.id)?.reason ?? '',
        obstacles: (inputs?.groups ?? []).flatMap((group) =>
          inputs && !group.isNew ? (obstacleInWords(inputs, assignment, applicant, group) ?? []) : [],
        ),
        explained: explanations.find(({ interestId }) => interestId === applicant.id) ?? null,
        changes: changes.filter(({ interestId }) => interestId === applicant.id),
      })),
    }),
  )
}

export const askWhatIf: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const interestId = typedText(request.body, 'interest')
  if (interestId !== '' && !isId(interestId)) return found<never>(null)
  await askForExplanations(request.context, { runId: run.id, ...(interestId === '' ? {} : { interestId }) })
  return redirect(`/hub/${hub.slug}/placement/${run.id}/left-out`)
}

export const applyOne: Page = async (request) => {
  const { hub, run } = await runOf(request)
  const next = await applyChange(request.context, { runId: run.id, changeId: request.params['change'] ?? '' })
  return redirect(`/hub/${hub.slug}/placement/${next}`)
}
