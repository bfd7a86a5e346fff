// The other stack of the tests brings no types of its own: as much of it as they use.
type DocumentLoader = (address: string) => Promise<object>
interface Checked {
  verified: boolean
  error?: Error & { errors?: Error[] }
  statusResult?: { results: { status: boolean }[] }
}

declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object })
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}
declare module '@digitalbazaar/vc' {
  export const defaultDocumentLoader: DocumentLoader
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: DocumentLoader
    checkStatus(options: object): Promise<object>
  }): Promise<Checked>
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function checkStatus(options: object): Promise<object>
}
