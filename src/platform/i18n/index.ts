export { type Catalogue, catalogue, type Params, type Say } from './catalogue.ts'
export {
  isLanguage,
  type Language,
  type LanguageWishes,
  languageCodes,
  languageOf,
  languages,
} from './language.ts'
export {
  type DateParts,
  dateParts,
  isWalk,
  sayCount,
  sayDate,
  sayDistance,
  sayHour,
  sayHours,
  sayLanguages,
  sayLength,
  sayMoment,
  sayRange,
} from './say.ts'
