import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { StageRecordSeen } from '../stages/index.ts'
import { stageMarks } from './next-stage.ts'

const stage = (id: string, repeats = false) => ({ id, key: id, name: id, entryPoint: false, repeats, beside: null })
const pathways = [
  {
    id: 'p',
    key: 'p',
    name: 'P',
    phase: 'primary',
    stages: [stage('readiness'), stage('development'), stage('embedding'), stage('sustaining', true)],
  },
]
const record = (stageId: string, year: number, status: StageRecordSeen['status']): StageRecordSeen => ({
  id: stageId,
  pathwayKey: 'p',
  pathway: 'P',
  stageId,
  stageKey: stageId,
  stage: stageId,
  year,
  status,
  evidence: '',
  recordedAt: Temporal.Instant.from('2021-09-01T00:00:00Z'),
  groupId: null,
  under: null,
})
const words = (...records: StageRecordSeen[]) =>
  Object.fromEntries([...stageMarks(pathways, records)].map(([id, mark]) => [id, mark.words]))

describe('the next stage of a school', () => {
  it('follows the last one taken, whether or not it began with the first', () => {
    assert.deepEqual(words(record('development', 2020, 'completed')), {
      readiness: 'Your school has gone past this stage',
      development: 'Completed in 2020/21',
      embedding: 'Your next stage',
    })
  })
  it('is the same again where a stage goes on year after year', () => {
    assert.deepEqual(words(record('embedding', 2019, 'completed'), record('sustaining', 2020, 'completed')), {
      readiness: 'Your school has gone past this stage',
      development: 'Your school has gone past this stage',
      embedding: 'Completed in 2019/20',
      sustaining: 'Your next stage',
    })
  })
  it('comes after the stage that a school is in now', () => {
    assert.deepEqual(words(record('development', 2021, 'in_progress')), {
      readiness: 'Your school has gone past this stage',
      development: 'You are in this stage',
      embedding: 'Your next stage',
    })
  })
  it('is left open where nothing is recorded, or only that the school withdrew', () => {
    assert.deepEqual(words(), {})
    assert.deepEqual(words(record('development', 2020, 'withdrew')), {})
  })
})
