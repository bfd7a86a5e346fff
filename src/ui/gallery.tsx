import type { Language } from '#platform/i18n/index.ts'
import { sayDistance, sayRange } from '#platform/i18n/index.ts'
import { Button, LinkButton } from './button.tsx'
import { Empty } from './empty.tsx'
import { Choice, ErrorSummary, Field, Form, Select } from './form.tsx'
import { Needs } from './needs.tsx'
import { Note } from './note.tsx'
import { Page, type PageProps } from './page.tsx'
import { PhoneLink } from './phone-link.tsx'
import { Questions } from './questions.tsx'
import { Thread } from './thread.tsx'
import { Kind, type Standing, Ticket } from './ticket.tsx'
import { formats, type Theme, themes } from './words.ts'

// Samples of every component, for tests and for the eye: never served.
const zone = 'Europe/Paris'
const start = Temporal.ZonedDateTime.from(`2026-12-01T14:00[${zone}]`)
const helpPhone = '01 99 00 24 12'
const texts = {
  fr: {
    home: 'Où habitez-vous ?',
    lead: 'On vous aide avec le téléphone, l’ordinateur, Internet. C’est gratuit, c’est près de chez vous, et il n’y a pas de compte à créer.',
    hint: 'Votre commune ou votre code postal, par exemple 93400',
    see: 'Voir ce qu’il y a',
    need: '« Mon téléphone est neuf, je m’y perds »',
    titles: [
      'Reconnaître un message piège, en jouant',
      'Envoyer une photo à ses proches',
      'Être trouvé sur Internet quand on tient un commerce',
    ],
    summary: 'On lit ensemble vos vrais messages, et on s’entraîne à dire non.',
    keep: 'Garder ma chaise',
    name: 'Votre prénom',
    phone: 'Votre téléphone',
    phoneHint: 'Pour vous rappeler la date. Rien d’autre.',
    phoneError: 'Un numéro a 10 chiffres, par exemple 06 39 98 12 34.',
    party: 'Combien serez-vous ?',
    question: 'Je n’y connais rien.',
    answer: 'C’est fait pour vous. On part de zéro, en petit groupe.',
    none: 'Rien en arabe le soir, pour l’instant',
  },
  ar: {
    home: 'أين تسكنون؟',
    lead: 'نساعدكم في استعمال الهاتف والحاسوب والإنترنت. مجاناً، قرب بيتكم، وبدون إنشاء حساب.',
    hint: 'اسم بلدتكم أو رمزها البريدي، مثلاً 93400',
    see: 'أروني ما يوجد',
    need: '«هاتفي جديد ولا أعرف كيف أستعمله»',
    titles: [
      'كيف نكتشف رسالة احتيال؟ نتعلّم ونحن نلعب',
      'إرسال صورة إلى الأهل والأصدقاء',
      'كيف يجدكم الزبائن على الإنترنت',
    ],
    summary: 'نقرأ رسائلكم الحقيقية معاً، ونتدرّب على قول «لا».',
    keep: 'احجزوا كرسيّكم',
    name: 'الاسم',
    phone: 'رقم الهاتف',
    phoneHint: 'لنذكّركم بالموعد، لا غير.',
    phoneError: 'في الرقم 10 خانات.',
    party: 'كم سيكون عددكم؟',
    question: 'لا أعرف شيئاً في هذا المجال.',
    answer: 'هذا اللقاء لكم. نبدأ من الصفر، في مجموعة صغيرة.',
    none: 'لا شيء بالعربية مساءً حتى الآن',
  },
}
const textsIn = (lang: Language) => texts[lang === 'ar' ? 'ar' : 'fr']

const standings: readonly Standing[] = [
  { kind: 'open', free: 4, capacity: 10 },
  { kind: 'full', capacity: 8, waiting: 2 },
  { kind: 'dropIn' },
  { kind: 'cancelled' },
  { kind: 'open', free: 1, capacity: 20 },
  { kind: 'open', free: 31, capacity: 40 },
]

const SampleTicket = ({ lang, nth }: { lang: Language; nth: number }) => {
  const { titles, summary } = textsIn(lang)
  const metres = 300 + nth * 400
  return (
    <Ticket
      lang={lang}
      theme={themes[nth % themes.length] ?? 'discovery'}
      format={formats[nth % formats.length] ?? 'talk'}
      start={start.add({ days: nth * 2, minutes: (nth % 3) * 30 })}
      end={start.add({ days: nth * 2, minutes: 120 })}
      href={`/sessions/${nth}`}
      title={titles[nth % titles.length] ?? ''}
      summary={summary}
      placeLine="Médiathèque Persépolis, Saint-Ouen"
      distance={{ text: sayDistance(lang, metres), onFoot: metres <= 2500 }}
      languages={nth % 3 === 0 ? ['ar', 'fr'] : ['fr']}
      moved={nth === 4}
      stepFree={nth % 2 === 0}
      standing={standings[nth % standings.length] ?? { kind: 'over' }}
    />
  )
}

const frame = (lang: Language, title: string) =>
  ({ lang, title, url: '/sessions?near=93400', helpPhone }) satisfies Partial<PageProps>

const Home = ({ lang }: { lang: Language }) => {
  const t = textsIn(lang)
  return (
    <Page {...frame(lang, 'Maillage')} url="/" home width="free">
      <form class="hero wrap stack" action="/sessions">
        <h1>
          <label for="near">{t.home}</label>
        </h1>
        <p class="lead">{t.lead}</p>
        <div class="ask">
          <div class="field">
            <span class="hint" id="near-h">
              {t.hint}
            </span>
            <input id="near" name="near" autocomplete="postal-code" aria-describedby="near-h" />
          </div>
          <Button icon="pin">{t.see}</Button>
        </div>
      </form>
      <section class="wrap stack">
        <h2>{t.question}</h2>
        <Needs
          items={(['scam', 'phone', 'photo', 'job'] as const).map((icon) => ({
            icon,
            words: t.need,
            href: `/sessions?need=${icon}`,
          }))}
        />
      </section>
      <section class="wrap stack">
        <h2>{t.none}</h2>
        <div class="tickets">
          {[0, 1, 2, 3].map((nth) => (
            <SampleTicket key={nth} lang={lang} nth={nth} />
          ))}
        </div>
      </section>
    </Page>
  )
}

const Results = ({ lang }: { lang: Language }) => {
  const t = textsIn(lang)
  return (
    <Page {...frame(lang, t.see)}>
      <h1>{t.see}</h1>
      <div class="two list">
        <div class="stack">
          <h2>{t.question}</h2>
          <div class="tickets">
            {Array.from({ length: 10 }, (_, nth) => (
              <SampleTicket key={nth} lang={lang} nth={nth} />
            ))}
          </div>
          <p>
            <LinkButton alt onwards href="/sessions?page=2">
              {t.see}
            </LinkButton>
          </p>
        </div>
        <Form action="/sessions" method="get" class="choose" title={t.see}>
          <Field name="near" label={t.home} value="93400 Saint-Ouen" />
          <Select name="need" label={t.party} options={[{ value: '', label: t.need }]} />
          <Choice
            name="more"
            type="checkbox"
            label={t.party}
            options={[{ value: 'stepFree', label: t.question, icon: 'access' }]}
          />
          <Button>{t.see}</Button>
        </Form>
      </div>
      <Empty title={t.none}>
        <p>{t.answer}</p>
        <p class="row">
          <LinkButton href="/call-back">{t.see}</LinkButton> <PhoneLink number={helpPhone} />
        </p>
      </Empty>
    </Page>
  )
}

const Session = ({ lang, theme = 'discovery' }: { lang: Language; theme?: Theme }) => {
  const t = textsIn(lang)
  const end = start.add({ minutes: 90 })
  return (
    <Page {...frame(lang, t.titles[0] ?? '')} theme={theme} hasErrors>
      <Kind lang={lang} format="game" theme={theme} />
      <h1>{t.titles[0]}</h1>
      <p class="lead">{t.summary}</p>
      <div class="two">
        <div class="stack">
          <Ticket
            lang={lang}
            theme={theme}
            format="game"
            start={start}
            end={end}
            standing={{ kind: 'open', free: 4, capacity: 10 }}
            placeLine="Médiathèque Persépolis, 4 avenue Gabriel-Péri"
            distance={{ text: sayDistance(lang, 700), onFoot: true }}
            stub={{ label: t.keep, code: 'K7P3M' }}
          >
            <p>
              <b>{sayRange(lang, start, end)}.</b>
            </p>
          </Ticket>
          <Questions
            items={[
              { icon: 'helper', question: t.question, answer: t.answer },
              { icon: 'bag', question: t.question + t.question, answer: t.lead },
            ]}
          />
          <Thread
            steps={[
              { when: t.see, what: t.answer },
              { when: t.none, what: t.summary },
            ]}
          />
          <Note>{t.answer}</Note>
        </div>
        <Form action="/sessions/1/registrations" title={t.keep} id="join">
          <ErrorSummary
            lang={lang}
            errors={[{ field: 'phone', message: t.phoneError }, { message: t.answer }]}
          />
          <Field name="name" label={t.name} value="Monique" autocomplete="given-name" />
          <Field
            name="phone"
            type="tel"
            label={t.phone}
            hint={t.phoneHint}
            error={t.phoneError}
            value="06 39 98 12"
          />
          <Choice
            name="party"
            label={t.party}
            value="2"
            hint={t.phoneHint}
            error={t.phoneError}
            options={['1', '2', '3', '4'].map((n) => ({ value: n, label: n }))}
          />
          <Button wide>{t.keep}</Button>
        </Form>
      </div>
    </Page>
  )
}

const Desk = ({ lang }: { lang: Language }) => {
  const t = textsIn(lang)
  return (
    <Page
      {...frame(lang, t.keep)}
      staff
      width="broad"
      nav={[
        { href: '/desk', label: t.keep, current: true },
        { href: '/desk/messages', label: t.see },
      ]}
    >
      <h1>{t.keep}</h1>
      <Note kind="no" icon="offline" role="status">
        {t.answer}
      </Note>
      <ol class="rolls">
        {['Monique', 'Ahmed'].map((person) => (
          <li key={person}>
            <fieldset class="pick roll">
              <legend>{person}</legend>
              <label class="present">
                <input type="radio" name={person} checked />
                <span>{t.keep}</span>
              </label>
              <label class="absent">
                <input type="radio" name={person} />
                <span>{t.see}</span>
              </label>
            </fieldset>
          </li>
        ))}
      </ol>
    </Page>
  )
}

/** One sample of each kind of page: what `gallery.test.tsx` judges and what a person can look at. */
export const gallery = { home: Home, results: Results, session: Session, desk: Desk }
