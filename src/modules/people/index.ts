export { openContact, type SealedContact, sealContact } from './contact-seal.ts'
export { type Contact, type ContactRefusal, parseContact } from './domain/contact.ts'
export { countryOf } from './domain/country.ts'
export { cleanName, longestName, nameKey } from './domain/name.ts'
