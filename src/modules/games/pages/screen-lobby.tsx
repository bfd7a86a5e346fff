import type { Room } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import { Qr } from './qr.tsx'
import type { Reading } from './said.tsx'

type Props = Pick<Reading, 'lang'> & { readonly room: Room; readonly address: string }

/** An address as people type it. */
export const typed = (address: string) => address.replace(/^https?:\/\//, '')

/** Before the first question: how to join, in letters as large as the wall allows. */
export const Lobby = ({ room, address, lang }: Props) => {
  const t = liveWords(lang)
  const link = `${address}/${room.code}`
  return (
    <div class="lobby">
      <Qr address={link} label={t('screen.qrAlt', { address: typed(link) })} />
      <div class="stack">
        <h1>{t('screen.join')}</h1>
        <p>{t('screen.how')}</p>
        <p class="slab big">
          <bdi dir="ltr">{typed(address)}</bdi>
        </p>
        <p>{t('screen.code')}</p>
        <p class="slab huge" translate={false}>
          <bdi dir="ltr">{room.code}</bdi>
        </p>
        <p>
          <b>{t('screen.here', { count: room.seated })}</b>
        </p>
        <p>{t('screen.noPhone')}</p>
      </div>
    </div>
  )
}
