export { openEngine } from './live/engine.ts'
export { readyPacks } from './read-packs.ts'
