import { WrongSetting } from './wrong-setting.ts'

/** A service that people already have an account with, and that says by OpenID Connect who they are. */
export type Provider = {
  /** In settings and addresses: "dfe". */
  readonly key: string
  /** On the button: "DfE Sign-in". */
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
}

const list = 'OIDC_PROVIDERS'
const parts = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET', 'NAME'] as const
type Part = (typeof parts)[number]

const settingOf = (key: string, part: Part): string => `OIDC_${key.toUpperCase().replaceAll('-', '_')}_${part}`

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host)

const isIssuer = (value: string): boolean => {
  if (!URL.canParse(value)) return false
  const { protocol, hostname, search, hash } = new URL(value)
  return (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname))) && search === '' && hash === ''
}

const keysOf = (environment: NodeJS.ProcessEnv): readonly string[] => {
  const keys = (environment[list] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  const isGood = keys.every((key) => /^[a-z][a-z0-9-]{0,30}$/.test(key)) && new Set(keys).size === keys.length
  if (!isGood)
    throw new WrongSetting(
      `${list} is ${JSON.stringify(environment[list])}; wanted: different short names in small letters, such as dfe,google`,
    )
  return keys
}

const known = (keys: readonly string[]): ReadonlySet<string> =>
  new Set(keys.flatMap((key) => parts.map((part) => settingOf(key, part))))

/** The providers of the settings. One that is half given, or that the list does not name, stops the start. */
export const readProviders = (environment: NodeJS.ProcessEnv): readonly Provider[] => {
  const keys = keysOf(environment)
  const wanted = known(keys)
  const stray = Object.keys(environment).find(
    (name) => name.startsWith('OIDC_') && name !== list && environment[name] && !wanted.has(name),
  )
  if (stray) throw new WrongSetting(`${stray} is given; wanted: a provider that ${list} names, and ${parts.join(', ')}`)
  const given = (key: string, part: Part): string => {
    const value = environment[settingOf(key, part)]
    if (!value) throw new WrongSetting(`${settingOf(key, part)} is not given; wanted: because ${list} names ${key}`)
    return value
  }
  return keys.map((key) => {
    const issuer = given(key, 'ISSUER')
    if (!isIssuer(issuer))
      throw new WrongSetting(
        `${settingOf(key, 'ISSUER')} is ${JSON.stringify(issuer)}; wanted: an address such as https://sign-in.example`,
      )
    return {
      key,
      issuer,
      clientId: given(key, 'CLIENT_ID'),
      clientSecret: given(key, 'CLIENT_SECRET'),
      name: given(key, 'NAME'),
    }
  })
}
