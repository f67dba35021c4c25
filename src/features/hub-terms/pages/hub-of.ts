import { found } from '../../../platform/errors.ts'
import type { PageRequest } from '../../../platform/http/routes.ts'
import { hubBySlug } from '../../organisations/index.ts'

export const hubOf = async ({ context, params }: PageRequest) => found(await hubBySlug(context.db, params['hub'] ?? ''))
