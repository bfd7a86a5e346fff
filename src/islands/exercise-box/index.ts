// Inside the box: draws the exercise, says how high it is and when it is finished, and knows nothing else.
import { H5P } from 'h5p-standalone'

interface Statement {
  data: {
    statement: { verb: { id: string }; result?: { completion?: boolean; score?: { scaled?: number } } }
  }
}
interface Player {
  externalDispatcher: { on(event: 'xAPI', heard: (event: Statement) => void): void }
}

// In the box nothing is remembered: exercises that try find a memory that ends with the page.
function forgetful(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, String(value)),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  }
}
for (const name of ['localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, { value: forgetful(), configurable: true })

const place = document.querySelector<HTMLElement>('#exercise')
const files = place?.dataset.files
const tell = (message: Record<string, unknown>) => parent.postMessage(message, '*')

if (place && files) {
  new ResizeObserver(() => tell({ height: document.documentElement.scrollHeight })).observe(place)
  const options = {
    h5pJsonPath: files,
    frameJs: '/exercises/player/frame.bundle.js',
    frameCss: '/exercises/player/styles/h5p.css',
    // A frame within the box would be a box of its own, which nobody could draw in.
    embedType: 'div',
  }
  Promise.resolve(new H5P(place, options))
    .then(() => {
      const { H5P: player } = window as unknown as { H5P: Player }
      player.externalDispatcher.on('xAPI', ({ data: { statement } }) => {
        const ended =
          /\/(completed|answered)$/.test(statement.verb.id) || statement.result?.completion === true
        if (ended) tell({ finished: true, score: statement.result?.score?.scaled })
      })
    })
    .catch(() => {
      place.textContent = '—'
    })
}
