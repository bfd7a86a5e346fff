/** Keeps the answers of the last `most` questions, so that the same question asked again is not worked on again. */
export function recent<T>(most: number, answer: (question: string) => Promise<T>) {
  const kept = new Map<string, Promise<T>>()
  return (question: string): Promise<T> => {
    const found = kept.get(question)
    const given = found ?? answer(question)
    kept.delete(question)
    kept.set(question, given)
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    // What went wrong is asked again the next time.
    given.catch(() => kept.get(question) === given && kept.delete(question))
    return given
  }
}
