import { type Context, transaction } from '../../../platform/context.ts'
import { refusedBy, type Transaction } from '../../../platform/database/index.ts'
import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { answerFaultsIn, faultsIn, parseRule, type Rule } from '../../criteria/index.ts'
import { isOpenHub } from '../../organisations/index.ts'
import { requireWriter } from '../permission.ts'
import { refusalsInWords } from '../refusals.ts'
import { insertProject, lockProject, updateProject } from '../store.ts'
import { keepCorrection, keepVersion } from '../version-store.ts'
import {
  contradictionIn,
  everyField,
  fixedOncePublished,
  isStillWritten,
  type WrittenProject,
} from '../written-project.ts'
import { markOf, type Writing, writtenProject } from '../written-queries.ts'

// What the database refuses is said in words, outside the transaction that it has ended.
const orRefused = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (problem) {
    const sentence = refusalsInWords[refusedBy(problem) ?? '']
    throw sentence ? new Refused(sentence) : problem
  }
}

const ruleIn = ({ rule, sentence }: WrittenProject['criteria'][number]): Rule => {
  const read = parseRule(rule)
  if (read.ok) return read.rule
  throw new Refused(`What is checked for “${sentence}” cannot be read: ${read.message}.`)
}

// A rule is refused when it is written, not when somebody asks to join by it.
const requireRules = async (tx: Transaction, { criteria, questions }: WrittenProject): Promise<void> => {
  const rules = criteria.map((each) => ({ sentence: each.sentence, rule: ruleIn(each) }))
  const [fault] = answerFaultsIn(rules, questions)
  if (fault) throw new Refused(fault)
  const faults = await faultsIn(
    tx,
    rules.map(({ rule }) => rule),
  )
  if (faults.length > 0) throw new Refused(`A rule asks about what is not known here. ${faults.join(' ')}`)
}

const ofHub = (hubId: string | null) => (hubId === null ? [] : [{ type: 'hub', id: hubId }])

/** Writes a new project, of the national catalogue or of a hub for itself; nobody else sees it before it is published. */
export const draftProject = (context: Context, written: WrittenProject, hubId: string | null = null): Promise<string> =>
  orRefused(
    transaction(context, async (tx, context) => {
      requireWriter(context.actor, hubId)
      if (hubId !== null && !(await isOpenHub(tx, hubId)))
        throw new Refused('This hub is closed: it writes no more projects.')
      const contradiction = contradictionIn(written)
      if (contradiction) throw new Refused(contradiction)
      await requireRules(tx, written)
      const id = await insertProject(tx, written, hubId)
      const version = await keepVersion(tx, { projectId: id, act: 'drafted', content: written, at: context.now })
      await record(tx, context, {
        name: 'project.drafted',
        subject: { type: 'project', id },
        also: ofHub(hubId),
        particulars: { year: written.year, code: written.code, title: written.title, version },
      })
      return id
    }),
  )

export type WrittenPart = {
  readonly id: string
  /** The fields that are written; all others stay as they are. */
  readonly part: Partial<WrittenProject>
  /** That of the fields when the form was opened: somebody else's change is not overwritten. */
  readonly mark: string
}

type Fields = readonly (keyof WrittenProject)[]

const fieldsThatDiffer = ({ written: before }: Writing, after: WrittenProject): Fields =>
  everyField(after).filter((field) => markOf(before, [field]) !== markOf(after, [field]))

const draftChanged = async (tx: Transaction, context: Context, before: Writing, written: WrittenProject) => {
  await updateProject(tx, before.id, written, { keepsAddress: false })
  const version = await keepVersion(tx, { projectId: before.id, act: 'changed', content: written, at: context.now })
  await record(tx, context, {
    name: 'project.changed',
    subject: { type: 'project', id: before.id },
    also: ofHub(before.hubId),
    particulars: { version, fields: fieldsThatDiffer(before, written) },
  })
}

const correctionWritten = async (tx: Transaction, context: Context, before: Writing, written: WrittenProject) => {
  const fixed = fixedOncePublished(before.stands, written)
  if (fixed) throw new Refused(fixed)
  await keepCorrection(tx, { id: before.id, content: written, at: context.now })
  await record(tx, context, {
    name: 'project-correction.written',
    subject: { type: 'project', id: before.id },
    also: ofHub(before.hubId),
    particulars: { fields: fieldsThatDiffer(before, written) },
  })
}

/** Writes a part of a project: of a draft it stands at once, of what is public it waits as a correction until that is published. */
export const writePart = (context: Context, { id, part, mark }: WrittenPart): Promise<void> =>
  orRefused(
    transaction(context, async (tx, context) => {
      const project = found(await lockProject(tx, id))
      requireWriter(context.actor, project.hubId)
      const before = found(await writtenProject(tx, id, project.hubId))
      if (!isStillWritten(before.status)) throw new Refused('This project is over: what it promised stays as it was.')
      if (markOf(before.written, Object.keys(part) as (keyof WrittenProject)[]) !== mark)
        throw new Conflict('Somebody else has changed this since you opened it.')
      const written = { ...before.written, ...part }
      const contradiction = contradictionIn(written)
      if (contradiction) throw new Refused(contradiction)
      if (part.criteria || part.questions) await requireRules(tx, written)
      await (before.status === 'draft' ? draftChanged : correctionWritten)(tx, context, before, written)
    }),
  )
