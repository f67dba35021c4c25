import { statusTag } from '../../../ui/components/status-tag.ts'
import type { Html } from '../../../ui/html.ts'

/** The mark beside the name or address of somebody whom mail does not reach. */
export const failingMark = (): Html => statusTag('Mail does not arrive', 'bad')
