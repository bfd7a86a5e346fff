declare module 'h5p-standalone' {
  export const H5P: new (place: HTMLElement, options: Record<string, unknown>) => PromiseLike<unknown>
}
