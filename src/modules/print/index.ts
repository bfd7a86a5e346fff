export type { Bundle, Sheet } from './domain/bundle.ts'
export { PressBusy, renderPdf, renderSvg } from './render.ts'
