import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { assetFile, assetPath } from './assets.ts'

const nameOf = (path: string): string => path.replace('/assets/', '')

describe('assets', () => {
  it('are found by a name that changes with their content', () => {
    const path = assetPath('tessellate.css')
    assert.match(path, /^\/assets\/[0-9a-f]{12}-tessellate\.css$/)
    const file = assetFile(nameOf(path))
    assert.equal(file?.type, 'text/css; charset=utf-8')
    assert.ok((file?.body.length ?? 0) > 10_000)
  })

  it('are not found by their plain name, nor by another hash', () => {
    assert.equal(assetFile('tessellate.css'), undefined)
    assert.equal(assetFile('000000000000-tessellate.css'), undefined)
    assert.throws(() => assetPath('other.css'), /other\.css/)
  })

  it('give browsers a script without types that asks for nothing outside the service', () => {
    const script = String(assetFile(nameOf(assetPath('tessellate.js')))?.body)
    assert.match(script, /from '\/assets\/[0-9a-f]{12}-govuk-frontend\.js'/)
    assert.doesNotMatch(script, /: SubmitEvent|https?:/)
    assert.doesNotMatch(String(assetFile(nameOf(assetPath('govuk-frontend.js')))?.body), /sourceMappingURL/)
  })
})
