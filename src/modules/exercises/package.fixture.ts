import { strToU8, zipSync } from 'fflate'

const library = `H5P.MaillageTrueFalse = (function ($) {
  function Question(params, id) {
    H5P.EventDispatcher.call(this)
    var self = this
    self.attach = function ($container) {
      var button = document.createElement('button')
      button.textContent = params.answer
      button.onclick = function () {
        var event = new H5P.XAPIEvent()
        event.setActor()
        event.setVerb('completed')
        event.data.statement.result = { completion: true, score: { raw: 1, min: 0, max: 1, scaled: 1 } }
        self.trigger(event)
        button.textContent = params.thanks
      }
      $container.append($('<p>').text(params.question)).append(button)
    }
  }
  Question.prototype = Object.create(H5P.EventDispatcher.prototype)
  Question.prototype.constructor = Question
  return Question
})(H5P.jQuery)`

/** The smallest exercise there can be, with a library of its own: one question, one button. */
export const smallExercise = (more: Record<string, string> = {}): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipSync({
      'h5p.json': strToU8(
        JSON.stringify({
          title: 'Vrai ou faux',
          language: 'fr',
          license: 'CC BY',
          mainLibrary: 'H5P.MaillageTrueFalse',
          embedTypes: ['div'],
          preloadedDependencies: [{ machineName: 'H5P.MaillageTrueFalse', majorVersion: 1, minorVersion: 0 }],
        }),
      ),
      'content/content.json': strToU8(
        JSON.stringify({ question: 'Le site est-il sûr ?', answer: 'Répondre', thanks: 'Merci, c’est fini' }),
      ),
      'H5P.MaillageTrueFalse-1.0/library.json': strToU8(
        JSON.stringify({
          title: 'True false',
          machineName: 'H5P.MaillageTrueFalse',
          majorVersion: 1,
          minorVersion: 0,
          patchVersion: 0,
          runnable: 1,
          preloadedJs: [{ path: 'main.js' }],
        }),
      ),
      'H5P.MaillageTrueFalse-1.0/main.js': strToU8(library),
      ...Object.fromEntries(Object.entries(more).map(([path, text]) => [path, strToU8(text)])),
    }),
  )
