import { changeHub, openHub } from '../../../src/features/hubs/index.ts'
import type { Scene } from './scene.ts'

const farida = 'farida.okonjo@coordinator.example'
const day = (text: string) => Temporal.PlainDate.from(text)

/** What became of hubs before the year that is played: an invented one that took another name and merged, and one that was handed over. */
export const playHubsOverTime = async (scene: Scene): Promise<void> => {
  await merged(scene)
  await handedOver(scene)
}

// Thames Reach is invented: it was renamed, changed its lead school, and became part of London Central and West.
const merged = async ({ as, ids }: Scene): Promise<void> => {
  const hubId = await openHub(await as(farida, '2016-06-20T10:00'), {
    slug: 'thames-reach',
    name: 'Thames Reach',
    region: 'London',
    email: 'hello@thames-reach-hub.example',
    from: day('2016-09-01'),
    lead: { name: 'Teaselmere Academy', organisationId: ids.school(900_169) },
    areas: [{ authorityCode: '313', describedAs: 'Hounslow', part: false }],
  })
  await changeHub(await as(farida, '2018-09-03T09:10'), {
    hubId,
    from: day('2018-09-01'),
    change: { kind: 'name', name: 'Thames Reach and Heathlands' },
  })
  await changeHub(await as(farida, '2020-09-01T09:00'), {
    hubId,
    from: day('2020-09-01'),
    change: { kind: 'merge', intoHubId: ids.hub('london-central-and-west'), staff: {} },
  })
}

// Who led East Midlands East is not known: two invented schools stand for it.
const handedOver = async ({ as, ids, tx }: Scene): Promise<void> => {
  const hubId = ids.hub('east-midlands-east')
  await changeHub(await as(farida, '2019-09-02T09:00'), {
    hubId,
    from: day('2019-09-01'),
    change: {
      kind: 'lead',
      ends: [],
      begins: [{ name: 'Juniperridge Church of England Primary School', organisationId: ids.school(900_128) }],
    },
  })
  const lead = await tx
    .selectFrom('hub_lead_organisations')
    .select('id')
    .where('hub_id', '=', hubId)
    .executeTakeFirstOrThrow()
  await changeHub(await as(farida, '2021-01-04T09:00'), {
    hubId,
    from: day('2021-01-04'),
    change: {
      kind: 'lead',
      ends: [lead.id],
      begins: [{ name: 'Vetchridge Primary School', organisationId: ids.school(900_164) }],
    },
  })
}
