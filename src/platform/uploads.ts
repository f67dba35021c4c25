import { join } from 'node:path'
import type { Config } from './config.ts'

/** Where files lie that came with a form and are too large for the memory, until they have been read. */
export const uploadsFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'uploads')
