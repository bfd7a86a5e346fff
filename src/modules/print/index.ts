export type { Bundle, Sheet } from './domain/bundle.ts'
export { PressBusy, renderPdf } from './render.ts'
