import type { Reader } from '../../platform/database/index.ts'
import { lineOf } from '../organisations/index.ts'
import type { StageStatus } from './stage-record.ts'

export type StageRecordSeen = {
  readonly id: string
  readonly pathwayKey: string
  readonly pathway: string
  readonly stageId: string
  readonly stageKey: string
  readonly stage: string
  readonly year: number
  readonly status: StageStatus
  readonly evidence: string
  readonly recordedAt: Temporal.Instant
  readonly groupId: string | null
  /** The predecessor whose record it was, when it was not the organisation's own. */
  readonly under: string | null
}

/** What an organisation, and those it followed (domain rule 13), have come to on the pathways; the earliest year first. */
export const stageRecordsOf = async (db: Reader, organisationId: string): Promise<readonly StageRecordSeen[]> => {
  const rows = await db
    .selectFrom('stage_records as r')
    .innerJoin('organisations as o', 'o.id', 'r.organisation_id')
    .innerJoin('stages as s', 's.id', 'r.stage_id')
    .innerJoin('pathways as p', 'p.id', 's.pathway_id')
    .select([
      'r.id',
      'r.organisation_id',
      'r.stage_id',
      'r.year',
      'r.status',
      'r.evidence',
      'r.recorded_at',
      'r.group_id',
    ])
    .select(['s.key as stage_key', 's.name as stage', 'p.key as pathway_key', 'p.name as pathway', 'o.name as under'])
    .where('r.organisation_id', '=', lineOf(organisationId))
    .orderBy('r.year')
    .orderBy('s.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    pathwayKey: row.pathway_key,
    pathway: row.pathway,
    stageId: row.stage_id,
    stageKey: row.stage_key,
    stage: row.stage,
    year: row.year,
    status: row.status as StageStatus,
    evidence: row.evidence,
    recordedAt: row.recorded_at,
    groupId: row.group_id,
    under: row.organisation_id === organisationId ? null : row.under,
  }))
}

/** A group and the hubs that hold it, lead and partners. */
export const hubsOfGroup = async (
  db: Reader,
  groupId: string,
): Promise<{ id: string; hubIds: readonly string[] } | null> => {
  const rows = await db
    .selectFrom('groups as g')
    .leftJoin('group_partner_hubs as p', 'p.group_id', 'g.id')
    .select(['g.hub_id', 'p.hub_id as partner_id'])
    .where('g.id', '=', groupId)
    .execute()
  const hubIds = [...new Set(rows.flatMap((row) => [row.hub_id, row.partner_id]))].filter((id) => id !== null)
  return rows.length === 0 ? null : { id: groupId, hubIds }
}
