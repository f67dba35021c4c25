import { catalogue2019 } from './catalogue-2019.ts'
import { catalogue2020 } from './catalogue-2020.ts'
import { catalogue2021 } from './catalogue-2021.ts'
import { catalogue2024 } from './catalogue-2024.ts'
import type { ProjectFact } from './shapes.ts'

/** Every project known of any year, earliest year first. */
export const projects: readonly ProjectFact[] = [...catalogue2019, ...catalogue2020, ...catalogue2021, ...catalogue2024]
