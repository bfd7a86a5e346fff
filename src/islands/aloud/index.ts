/** What is read, in the order of the page: the question, then its answers; or what one can do, and what would help. */
const wanted = 'main h1, main h2, main .lead, main form[data-said] button, main li'

/** A button that reads the page aloud, where this browser has a voice in its language; no button elsewhere. */
function readAloud(button: HTMLElement, speech: SpeechSynthesis): void {
  const lang = document.documentElement.lang
  const [words, hush] = [button.textContent ?? '', button.dataset.hush ?? '']
  const voice = () => speech.getVoices().find((one) => one.lang.slice(0, 2) === lang)
  const show = () => {
    const frame = button.parentElement
    if (frame) frame.hidden = !voice()
  }
  const stop = () => {
    speech.cancel()
    button.textContent = words
  }
  button.addEventListener('click', () => {
    if (speech.speaking) return stop()
    const said = Array.from(document.querySelectorAll<HTMLElement>(wanted), (one) => one.innerText)
    said.filter(Boolean).forEach((sentence, at, all) => {
      const utterance = new SpeechSynthesisUtterance(sentence)
      utterance.voice = voice() ?? null
      utterance.lang = lang
      utterance.rate = 0.9
      if (at === all.length - 1) utterance.onend = stop
      speech.speak(utterance)
    })
    button.textContent = hush
  })
  window.addEventListener('pagehide', stop)
  speech.addEventListener?.('voiceschanged', show)
  show()
}

const button = document.getElementById('listen')
if (button && window.speechSynthesis) readAloud(button, window.speechSynthesis)
