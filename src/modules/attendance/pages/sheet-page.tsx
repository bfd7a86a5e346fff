import { wordsOf } from '#modules/programme/index.ts'
import { type Language, sayDate, sayHours } from '#platform/i18n/index.ts'
import type { RollCall } from '../read-roll-call.ts'
import { words } from '../words.ts'

/** Lines left empty for those who come without registering. */
const emptyLines = 6

/** The roll on paper, for a door without a network. */
export const SheetPage = ({ lang, call }: { readonly lang: Language; readonly call: RollCall }) => {
  const t = words(lang)
  const { session } = call
  return (
    <>
      <h1>{t('sheetTitle')}</h1>
      <p>
        <b>{wordsOf(session, lang).title}</b>
        <br />
        {sayDate(lang, session.start)}, {sayHours(lang, session.start, session.end)} · {session.place.name}
        {call.hosts.length > 0 && ` · ${t('with', { names: call.hosts.join(', ') })}`}
      </p>
      <p class="noprint">{t('sheetHint')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('people')}</th>
            <th scope="col">{t('signature')}</th>
          </tr>
        </thead>
        <tbody>
          {call.roll.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                <bdi>{line.name}</bdi>
              </th>
              <td>{line.party}</td>
              <td />
            </tr>
          ))}
          {Array.from({ length: emptyLines }, (_, i) => (
            <tr key={`empty-${i}`}>
              <td>&nbsp;</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
