import type { Transaction } from '../../../src/platform/database/index.ts'
import type { Directory } from '../directory.ts'
import { schools } from '../facts/schools.ts'

// Invented schools that let their hub use a room.
const hosts: readonly { readonly hub: string; readonly urn: number; readonly shortName: string }[] = [
  { hub: 'london-central-and-west', urn: 900_169, shortName: 'Teaselmere' },
  { hub: 'london-central-and-west', urn: 900_128, shortName: 'Juniperridge' },
  { hub: 'london-central-and-west', urn: 900_164, shortName: 'Vetchridge' },
]

/** Venues at invented schools, beside those that are known from the hubs' own flyers. */
export const loadVenues = async (tx: Transaction, ids: Directory): Promise<void> => {
  const rows = hosts.flatMap(({ hub, urn, shortName }) => {
    const school = schools.find((each) => each.urn === urn)
    if (!school) return []
    return [
      {
        id: ids.venue(hub, shortName),
        hub_id: ids.hub(hub),
        organisation_id: ids.school(urn),
        name: school.name,
        short_name: shortName,
        address: `${school.street}, ${school.town}`,
        postcode: school.postcode,
        easting: school.easting,
        northing: school.northing,
      },
    ]
  })
  await tx.insertInto('venues').values(rows).execute()
}
