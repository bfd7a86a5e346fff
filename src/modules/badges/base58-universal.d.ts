// The package brings no types of its own.
declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string
  /** Throws when a sign is not of the alphabet. */
  export function decode(text: string): Uint8Array
}
