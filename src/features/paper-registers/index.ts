// Paper registers: the list of a session to print and fill in by hand, and the page to type it in afterwards, row by row as printed.
export { paperLegend } from './paper-mark.ts'
