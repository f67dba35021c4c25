import type { HubThroughTime } from '../organisations/index.ts'
import type { NewArea } from './hub-change.ts'

/** What a hub serves today, part by part. */
export const openAreas = (hub: HubThroughTime) => hub.areas.filter(({ to }) => to === null)

/** What the other hub comes to serve when one merges into it: all that the first did, but what it serves already. */
export const areasToTakeOver = (from: HubThroughTime, into: HubThroughTime): readonly NewArea[] => {
  const there = openAreas(into)
  return openAreas(from)
    .filter(
      (area) =>
        !there.some(
          (other) =>
            (area.authorityCode !== null && other.authorityCode === area.authorityCode && (!other.part || area.part)) ||
            other.describedAs === area.describedAs,
        ),
    )
    .map(({ authorityCode, describedAs, part }) => ({ authorityCode, describedAs, part }))
}
