// Retention: how long personal data is kept, and how it goes. What no rule keeps any longer is announced a week before and cleared by
// night; a person who asks to be erased is erased once the national team has decided. What was counted stays counted.
export { askErasure, withdrawErasure } from './actions/ask-erasure.ts'
export { type Repeated, repeatErasures } from './actions/repeat-erasures.ts'
export { readErasedList, writeErasedList } from './erased-list.ts'
export { erasedPeople, erasuresOf, obstaclesTo } from './erasure-queries.ts'
export { mayDecideErasure, maySetRetention } from './policy.ts'
export { monthsOf } from './retention-queries.ts'
export { keptFor } from './retention-rule.ts'
