export { type Machine, type MachineKind, machineKinds, type Opening } from './domain/vocabulary.ts'
export { words as fablabWords } from './words.ts'
