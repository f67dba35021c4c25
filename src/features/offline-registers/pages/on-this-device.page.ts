import { createHash } from 'node:crypto'
import { type Page, page, plain } from '../../../platform/http/routes.ts'
import { assetFile, assetPath, assetsBehind } from '../../../ui/assets.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { onThisDeviceView } from './on-this-device.view.ts'

const address = '/registers/on-this-device'

// A page that lies on a device holds nothing of whoever looked at it last.
const forNobody = (frame: Frame): Frame => ({
  ...frame,
  path: address,
  signedInAs: null,
  navigation: [],
  demonstration: null,
  acting: null,
  notice: null,
  isKept: true,
})

export const showOnThisDevice: Page = async ({ frame }) => page(onThisDeviceView(forNobody(frame)))

const assetsOfPage = (): readonly string[] => [
  assetPath('tessellate.css'),
  assetPath('favicon.svg'),
  ...assetsBehind('tessellate.js'),
  ...assetsBehind('on-this-device.js'),
]

/** What keeps the page on the device: told by its first line which page and which files, and by their hash when they change. */
export const giveServiceWorker: Page = async ({ frame }) => {
  const assets = assetsOfPage()
  const version = createHash('sha256')
    .update(String(onThisDeviceView(forNobody(frame))))
    .update(assets.join())
    .digest('hex')
  const kept = JSON.stringify({ version: version.slice(0, 12), page: address, assets })
  const script = String(assetFile(assetPath('service-worker.js').replace('/assets/', ''))?.body)
  const answer = plain(`const kept = ${kept}\n${script.replace(/^export .*$/m, '')}`, 'text/javascript; charset=utf-8')
  return { ...answer, headers: { 'service-worker-allowed': address, 'cache-control': 'no-cache' } }
}
