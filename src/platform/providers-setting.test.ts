import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readProviders } from './providers-setting.ts'
import { WrongSetting } from './wrong-setting.ts'

const dfe = {
  OIDC_DFE_ISSUER: 'https://sign-in.example',
  OIDC_DFE_CLIENT_ID: 'tessellate',
  OIDC_DFE_CLIENT_SECRET: 'a secret nobody may read',
  OIDC_DFE_NAME: 'DfE Sign-in',
}

test('without settings nobody signs in through another service', () => {
  assert.deepEqual(readProviders({}), [])
  assert.deepEqual(readProviders({ OIDC_PROVIDERS: '' }), [])
})

test('several providers keep the order of the list', () => {
  const school = Object.fromEntries(
    Object.entries(dfe).map(([name, value]) => [name.replace('DFE', 'MY_SCHOOL'), value]),
  )
  const providers = readProviders({ OIDC_PROVIDERS: 'my-school, dfe', ...dfe, ...school })
  assert.deepEqual(
    providers.map(({ key, name }) => [key, name]),
    [
      ['my-school', 'DfE Sign-in'],
      ['dfe', 'DfE Sign-in'],
    ],
  )
})

const wrong: readonly (readonly [string, NodeJS.ProcessEnv, RegExp])[] = [
  ['a list of odd names', { OIDC_PROVIDERS: 'DfE!' }, /^OIDC_PROVIDERS is "DfE!"; wanted/],
  ['the same name twice', { ...dfe, OIDC_PROVIDERS: 'dfe,dfe' }, /^OIDC_PROVIDERS is "dfe,dfe"/],
  ['a part left out', { ...dfe, OIDC_PROVIDERS: 'dfe', OIDC_DFE_NAME: '' }, /^OIDC_DFE_NAME is not given/],
  ['a provider not listed', dfe, /^OIDC_DFE_ISSUER is given; wanted: a provider that OIDC_PROVIDERS names/],
  ['a misspelt part', { ...dfe, OIDC_PROVIDERS: 'dfe', OIDC_DFE_SECRET: 'x' }, /^OIDC_DFE_SECRET is given/],
  [
    'an issuer in the clear',
    { ...dfe, OIDC_PROVIDERS: 'dfe', OIDC_DFE_ISSUER: 'http://sign-in.example' },
    /^OIDC_DFE_ISSUER is "http:\/\/sign-in.example"; wanted: an address/,
  ],
]

for (const [what, environment, message] of wrong)
  test(`${what} stops the start with one line, and no secret is in it`, () => {
    assert.throws(
      () => readProviders(environment),
      (problem: unknown) => {
        assert.ok(problem instanceof WrongSetting)
        assert.match(problem.message, message)
        assert.doesNotMatch(problem.message, /nobody may read|\n/)
        return true
      },
    )
  })

test('on this machine a provider may be reached in the clear', () => {
  const [provider] = readProviders({ ...dfe, OIDC_PROVIDERS: 'dfe', OIDC_DFE_ISSUER: 'http://127.0.0.1:4000' })
  assert.equal(provider?.issuer, 'http://127.0.0.1:4000')
})
