export { openApiDocument } from './document.ts'
export { apiFaults, isForMachines } from './faults.ts'
export { apiRoutes, type KeyOf } from './mount.ts'
export {
  type AnyOperation,
  anybody,
  type Input,
  type Operation,
  type Outcome,
  operation,
} from './operation.ts'
