export { moment, seats, sessionNumber } from './api.ts'
export { type ListPlace, listSessions } from './db/list.ts'
export { listedSession, listSession, showSession, wholeSession } from './session-json.ts'
export { type Word, words } from './words.ts'
