export { type Drivers, driversOf } from './drivers.ts'
export { fitting, inSms, segmentsOf } from './fitting.ts'
export type { Composer, Composers, Driver, Outgoing } from './message.ts'
