import type { IttKind, IttPhase } from './shapes.ts'

export type ProviderFact = {
  readonly ukprn: string
  readonly name: string
  readonly ittKind: IttKind
  readonly ittPhases: readonly IttPhase[]
  readonly authorityCode: string
  readonly street: string
  readonly town: string
  readonly postcode: string
  readonly easting: number
  readonly northing: number
  readonly emailDomains: readonly string[]
  readonly invented: true
}

export type TrustFact = {
  readonly ukprn: string
  readonly name: string
  readonly authorityCode: string
  readonly town: string
  readonly emailDomains: readonly string[]
  readonly invented: true
}

type Place = readonly [
  authorityCode: string,
  street: string,
  town: string,
  postcode: string,
  easting: number,
  northing: number,
]

const every: readonly IttPhase[] = ['eyts', 'qts_primary', 'qts_secondary', 'post_16']
const qts: readonly IttPhase[] = ['qts_primary', 'qts_secondary']
const onlyPrimary: readonly IttPhase[] = ['qts_primary']
const onlySecondary: readonly IttPhase[] = ['qts_secondary']

const provider = (
  stated: Pick<ProviderFact, 'ukprn' | 'name' | 'ittKind' | 'ittPhases'> & { readonly domain: string },
  [authorityCode, street, town, postcode, easting, northing]: Place,
): ProviderFact => {
  const { domain, ...provider } = stated
  const place = { authorityCode, street, town, postcode, easting, northing }
  return { ...provider, ...place, emailDomains: [domain], invented: true }
}

/** Invented providers of initial teacher training. */
export const providers: readonly ProviderFact[] = [
  provider(
    {
      ukprn: '19000001',
      name: 'University of North Thameside',
      ittKind: 'hei',
      ittPhases: every,
      domain: 'norththameside.example',
    },
    ['202', 'Canal Street', 'Camden Town', 'NW1 7ZD', 529_150, 184_020],
  ),
  provider(
    { ukprn: '19000002', name: 'Kingsmere University', ittKind: 'hei', ittPhases: qts, domain: 'kingsmere.example' },
    ['309', 'Park Avenue', 'Wood Green', 'N22 5ZF', 530_790, 190_610],
  ),
  provider(
    { ukprn: '19000003', name: 'Quern Hill University', ittKind: 'hei', ittPhases: every, domain: 'quernhill.example' },
    ['313', 'The Green', 'Hounslow', 'TW3 3ZG', 514_120, 175_980],
  ),
  provider(
    { ukprn: '19000004', name: 'Trentside University', ittKind: 'hei', ittPhases: every, domain: 'trentside.example' },
    ['892', 'Victoria Road', 'Nottingham', 'NG7 4ZH', 455_680, 340_120],
  ),
  provider(
    {
      ukprn: '19000005',
      name: 'University of the Saltings',
      ittKind: 'hei',
      ittPhases: every,
      domain: 'saltings.example',
    },
    ['881', 'Station Road', 'Chelmsford', 'CM1 3ZJ', 571_090, 207_210],
  ),
  provider(
    { ukprn: '19000006', name: 'Camden Locks SCITT', ittKind: 'scitt', ittPhases: qts, domain: 'camdenlocks.example' },
    ['202', 'Chapel Lane', 'Camden Town', 'NW1 2ZL', 528_540, 183_410],
  ),
  provider(
    {
      ukprn: '19000007',
      name: 'Northern Heights SCITT',
      ittKind: 'scitt',
      ittPhases: onlyPrimary,
      domain: 'northernheights.example',
    },
    ['302', 'Long Lane', 'Finchley', 'N3 2ZN', 525_430, 190_220],
  ),
  provider(
    {
      ukprn: '19000008',
      name: 'Enfield Chase Partners SCITT',
      ittKind: 'scitt',
      ittPhases: onlySecondary,
      domain: 'enfieldchase.example',
    },
    ['308', 'Windmill Hill', 'Enfield', 'EN1 4ZP', 532_410, 196_870],
  ),
  provider(
    {
      ukprn: '19000009',
      name: 'Colne and Blackwater SCITT',
      ittKind: 'scitt',
      ittPhases: qts,
      domain: 'colneblackwater.example',
    },
    ['881', 'Mill Lane', 'Colchester', 'CO3 4ZQ', 598_210, 225_620],
  ),
  provider(
    {
      ukprn: '19000010',
      name: 'Southend Shore SCITT',
      ittKind: 'scitt',
      ittPhases: ['eyts', 'qts_primary'],
      domain: 'southendshore.example',
    },
    ['882', 'Church Street', 'Southend-on-Sea', 'SS2 5ZR', 588_300, 186_120],
  ),
  provider({ ukprn: '19000011', name: 'Fen Edge SCITT', ittKind: 'scitt', ittPhases: qts, domain: 'fenedge.example' }, [
    '925',
    'Brook Lane',
    'Boston',
    'PE21 6ZS',
    532_940,
    343_870,
  ]),
  provider(
    {
      ukprn: '19000012',
      name: 'Plovergate Teaching Partnership',
      ittKind: 'lead_school',
      ittPhases: onlySecondary,
      domain: 'plovergate-partnership.example',
    },
    ['205', 'Canal Street', 'Hammersmith', 'W6 8ZQ', 523_010, 178_920],
  ),
  provider(
    {
      ukprn: '19000013',
      name: 'Dunnockstow Schools Direct',
      ittKind: 'lead_school',
      ittPhases: qts,
      domain: 'dunnockstow-direct.example',
    },
    ['302', 'The Green', 'Barnet', 'EN5 4ZU', 524_180, 196_020],
  ),
  provider(
    {
      ukprn: '19000014',
      name: 'Yarrowmead Teaching Alliance',
      ittKind: 'lead_school',
      ittPhases: qts,
      domain: 'yarrowmead-alliance.example',
    },
    ['881', 'Orchard Way', 'Colchester', 'CO3 9ZB', 597_940, 225_310],
  ),
]

const trust = (ukprn: string, name: string, authorityCode: string, town: string, domain: string): TrustFact => ({
  ukprn,
  name,
  authorityCode,
  town,
  emailDomains: [domain],
  invented: true,
})

/** Invented trusts whose schools include secondary ones. */
export const trusts: readonly TrustFact[] = [
  trust('19000101', 'Grand Junction Learning Trust', '307', 'Ealing', 'grandjunction.example'),
  trust('19000102', 'Fosse Way Schools Trust', '891', 'Newark-on-Trent', 'fosseway-trust.example'),
  trust('19000103', 'Estuary Lights Multi-Academy Trust', '882', 'Southend-on-Sea', 'estuarylights.example'),
]
