import { stateController } from '../../../src/features/controllers/index.ts'
import { findOrCreatePerson, grantRole } from '../../../src/features/people/index.ts'
import type { Scene } from './scene.ts'

const farida = 'farida.okonjo@coordinator.example'
const day = (text: string) => Temporal.PlainDate.from(text)

/** Who answers for personal data: the ministry, with each hub's lead school keeping it; and one hub, led by an invented trust, that says otherwise. */
export const playControllers = async (scene: Scene): Promise<void> => {
  const { as, ids } = scene
  const network = await as(farida, '2021-09-01T09:40')
  await stateController(network, {
    hubId: null,
    seen: null,
    stated: {
      controller: 'Department for Education',
      processor: null,
      contact: 'data-protection@coordinator.example',
      from: day('2021-09-01'),
    },
  })
  const hubId = ids.hub('east-midlands-east')
  const lead = scene.somebodyAt(900_164, 'head')
  const { id: personId } = await findOrCreatePerson(network, { ...lead, confirmed: true })
  await grantRole(network, { personId, role: 'hub_lead', hubId, from: day('2021-09-01') })
  await stateController(await as(lead.email, '2021-09-06T15:20'), {
    hubId,
    seen: null,
    stated: {
      controller: 'Vetchridge Learning Trust',
      processor: 'Vetchridge Primary School',
      contact: 'data@vetchridge.sch.example',
      from: day('2021-09-06'),
    },
  })
}
