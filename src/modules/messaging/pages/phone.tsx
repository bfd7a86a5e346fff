import { type Language, languages, sayMoment } from '#platform/i18n/index.ts'
import { Empty } from '#ui/empty.tsx'
import type { Screen, ShownMessage } from '../read-phone.ts'
import { type Word, words } from '../words.ts'

type PhoneProps = Screen & {
  readonly lang: Language
  readonly demo: boolean
  readonly isLatest: boolean
}

/** A phone's screen with the latest messages of the centre, and the way to those before. */
export const Phone = ({ lang, demo, messages, older, isLatest }: PhoneProps) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('title')}</h1>
      <p>
        {demo ? t('demo') : t('lead')} {t('kept')}
      </p>
      {messages.length === 0 ? (
        <Empty title={t('empty')}>
          <p>{t('emptyLead')}</p>
          <p>
            <a href="/desk">{t('toDesk')}</a>
          </p>
        </Empty>
      ) : (
        <ol class="phone stack" aria-label={t('list')}>
          {messages.map((message) => (
            <li key={message.id}>
              <Bubble lang={lang} message={message} />
            </li>
          ))}
        </ol>
      )}
      {(older !== null || !isLatest) && (
        <p class="row">
          {older !== null && <a href={`/desk/messages?before=${older}`}>{t('older')}</a>}
          {!isLatest && <a href="/desk/messages">{t('latest')}</a>}
        </p>
      )}
    </>
  )
}

const Bubble = ({ lang, message }: { readonly lang: Language; readonly message: ShownMessage }) => {
  const t = words(lang)
  const { kind, channel, to, at, status, language, subject, pieces } = message
  return (
    <article class="stack">
      <p class="row">
        <b>{t(isWord(kind, lang) ? kind : 'other')}</b>
        <span>
          {t('to')} <bdi dir="ltr">{to}</bdi>
        </span>
        <span>
          {t(channel)} · {t(status)} · <time datetime={at.toInstant().toString()}>{sayMoment(lang, at)}</time>
        </span>
      </p>
      <div class="sms" lang={language} dir={languages[language].dir}>
        {subject && <small>{subject}</small>}
        <p>
          {pieces.map(({ text, href }) =>
            href ? (
              <a key={text} href={href} dir="ltr">
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      </div>
    </article>
  )
}

const isWord = (kind: string, lang: Language): kind is Word => Object.hasOwn(words.messages[lang], kind)
