export { readOpenings } from './db/hours.ts'
export { readMachine, readMachines } from './db/machines.ts'
export { type Machine, type MachineKind, machineKinds, type Opening } from './domain/vocabulary.ts'
export { words as fablabWords } from './words.ts'
