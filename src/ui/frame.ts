export type { Frame } from '../vocabulary/frame.ts'
