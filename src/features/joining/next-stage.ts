import { academicYear, yearLabel } from '../../vocabulary/academic-year.ts'
import { inTurn, type Pathway } from '../projects/index.ts'
import type { StageRecordSeen } from '../stages/index.ts'

/** What a stage is to a school: the next one, one it has been through, one it is in, or one that lies behind it untaken. */
export type StageMark = { readonly kind: 'next' | 'taken' | 'in' | 'behind'; readonly words: string }

const marksOn = (way: Pathway, records: readonly StageRecordSeen[]): readonly (readonly [string, StageMark])[] => {
  const own = records.filter(({ pathwayKey, status }) => pathwayKey === way.key && status !== 'withdrew')
  const line = inTurn(way)
  const reached = line.findLastIndex(({ id }) => own.some((record) => record.stageId === id))
  return way.stages.flatMap((stage): readonly (readonly [string, StageMark])[] => {
    const at = line.indexOf(stage)
    const record = own.findLast(({ stageId }) => stageId === stage.id)
    if (record?.status === 'in_progress') return [[stage.id, { kind: 'in', words: 'You are in this stage' }]]
    if (record && !stage.repeats)
      return [[stage.id, { kind: 'taken', words: `Completed in ${yearLabel(academicYear(record.year))}` }]]
    if (at >= 0 && at < reached && !record)
      return [[stage.id, { kind: 'behind', words: 'Your school has gone past this stage' }]]
    // What is taken beside another stage is nobody's next one.
    return reached >= 0 && at >= 0 && (record || at === reached + 1)
      ? [[stage.id, { kind: 'next', words: 'Your next stage' }]]
      : []
  })
}

/** For a school whose history is known, what each stage is to it, by stage; a stage that repeats comes next to itself. */
export const stageMarks = (
  pathways: readonly Pathway[],
  records: readonly StageRecordSeen[],
): ReadonlyMap<string, StageMark> => new Map(pathways.flatMap((way) => marksOn(way, records)))
