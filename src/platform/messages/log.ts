import type { Driver } from './message.ts'

/** Sends nothing outside: the kept message is the phone, and the desk shows it. */
export const log: Driver = {
  name: 'log',
  send: async (_message, id) => ({ receipt: `kept:${id}` }),
}
