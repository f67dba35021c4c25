import { itt2021 } from './catalogue-2021-itt.ts'
import { leadership2021 } from './catalogue-2021-leadership.ts'
import { post16In2021 } from './catalogue-2021-post-16.ts'
import { primary2021 } from './catalogue-2021-primary.ts'
import { secondary2021 } from './catalogue-2021-secondary.ts'
import { sktm2021 } from './catalogue-2021-sktm.ts'
import type { ProjectFact } from './shapes.ts'

/** Every project of the academic year 2021/22. */
export const catalogue2021: readonly ProjectFact[] = [
  ...primary2021,
  ...secondary2021,
  ...sktm2021,
  itt2021,
  ...leadership2021,
  ...post16In2021,
]
