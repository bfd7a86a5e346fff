declare module 'js-aruco2' {
  const aruco: {
    AR: {
      Dictionary: new (name: string) => { generateSVG(id: number): string }
    }
  }
  export default aruco
}
