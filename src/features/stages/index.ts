// Stages: how far each school has come on a pathway: organisation × stage × year, in progress, completed or withdrew, with its evidence.
// A record is written once a year and stage and only moves forward; a school's records follow it to its successor (domain rule 13).
export { writeStageRecord } from './actions/write-stage-record.ts'
export { mayWriteStageRecord } from './policy.ts'
export { type StageRecordSeen, stageRecordsOf } from './queries.ts'
export { type StageStatus, stageStatuses, stageStatusWords } from './stage-record.ts'
