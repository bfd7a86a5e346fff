import { live } from './page.ts'

const wanted =
  'h1, .shown figcaption, .part, .letters label, .place label, .offered li, .here, .lead, .gesture, .why, #mine p'

/** A button that reads the page aloud, where this browser has a voice in its language; no button elsewhere. */
export function readAloud(): void {
  const button = document.getElementById('listen')
  const speech = window.speechSynthesis
  if (!button || !speech) return
  const lang = document.documentElement.lang
  const [words, hush] = [button.textContent ?? '', button.dataset.hush ?? '']
  const voice = () => speech.getVoices().find((one) => one.lang.slice(0, 2) === lang)
  const show = () => {
    button.hidden = !voice()
  }
  const stop = () => {
    speech.cancel()
    button.textContent = words
  }
  button.addEventListener('click', () => {
    if (speech.speaking) return stop()
    const said = Array.from(live.querySelectorAll<HTMLElement>(wanted), (one) => one.innerText).filter(
      Boolean,
    )
    said.forEach((sentence, at) => {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.voice = voice() ?? null
      utterance.lang = lang
      utterance.rate = 0.9
      if (at === said.length - 1) utterance.onend = stop
      speech.speak(utterance)
    })
    button.textContent = hush
  })
  window.addEventListener('pagehide', stop)
  speech.addEventListener?.('voiceschanged', show)
  show()
}
