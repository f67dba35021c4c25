const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(Firefox|FxiOS)\//, 'Firefox'],
  [/(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
]
const machines: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
]

const firstOf = (known: readonly (readonly [RegExp, string])[], agent: string): string | undefined =>
  known.find(([pattern]) => pattern.test(agent))?.[1]

/** A browser in a few words its owner knows it by; the rest of what it says of itself is not kept. */
export const deviceName = (agent: string | undefined): string | null => {
  const browser = firstOf(browsers, agent ?? '')
  const machine = firstOf(machines, agent ?? '')
  return browser && machine ? `${browser} on ${machine}` : (browser ?? machine ?? null)
}
