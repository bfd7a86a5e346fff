// The front door of the standards: what the programme needs to publish our places and what is offered there.

export { type PlacesWish, readStandardPlaces, type StandardPlace } from './db/standard-places.ts'
export {
  type Address,
  addressOf,
  fittingName,
  idOf,
  type Structure,
  sourceOf,
  structureOf,
} from './domain/data-inclusion.ts'
export {
  careOf,
  departementOf,
  feesOf,
  mobilisationOf,
  publicsOf,
  thematicsOf,
  typeOf,
} from './domain/data-inclusion-maps.ts'
export type { WordOf } from './domain/places-standard.ts'
export { fieldsOf, type Offered } from './domain/places-standard-ours.ts'
export { type WrittenPlace, writePlace } from './domain/places-standard-write.ts'
export { placesCsv, placesJson } from './export-places.ts'
