// biome-ignore-all format: a table is read and compared line by line.
import type { Competence } from './digcomp.ts'
import type { Text } from './ladder.ts'
import type { Need, Pictogram } from './vocabulary.ts'

/** A first gesture a member sees somebody do, without anything to read: level 0. */
export interface Gesture {
  code: string
  icon: Pictogram
  skill: Competence
  /** What comes next when it is not seen yet. */
  need: Need
  can: Text
}

/** From the very first to what the first question of a ladder asks. The order is that of a first visit. */
export const firstGestures: readonly Gesture[] = [
  { code: 'switch-on', icon: 'phone', skill: '5.1', need: 'new-phone', can: { fr: 'Allumer et éteindre', en: 'Switch it on and off', ar: 'تشغيل الجهاز وإطفاؤه' } },
  { code: 'charge', icon: 'battery', skill: '5.1', need: 'new-phone', can: { fr: 'Brancher pour recharger', en: 'Plug it in to charge', ar: 'وصله بالشاحن' } },
  { code: 'unlock', icon: 'lock', skill: '4.1', need: 'new-phone', can: { fr: 'Déverrouiller l’écran', en: 'Unlock the screen', ar: 'فتح قفل الشاشة' } },
  { code: 'touch', icon: 'ok', skill: '5.2', need: 'new-phone', can: { fr: 'Toucher, glisser, revenir', en: 'Tap, swipe, go back', ar: 'اللمس والسحب والرجوع' } },
  { code: 'sound', icon: 'moon', skill: '4.3', need: 'new-phone', can: { fr: 'Régler le son', en: 'Set the volume', ar: 'ضبط الصوت' } },
  { code: 'answer', icon: 'call', skill: '2.1', need: 'new-phone', can: { fr: 'Répondre et raccrocher', en: 'Answer a call and hang up', ar: 'الرد على مكالمة وإنهاؤها' } },
  { code: 'call', icon: 'person', skill: '2.1', need: 'new-phone', can: { fr: 'Appeler quelqu’un', en: 'Call somebody', ar: 'الاتصال بشخص' } },
  { code: 'picture-message', icon: 'bubble', skill: '2.1', need: 'video-call', can: { fr: 'Envoyer un message, un vocal ou une image', en: 'Send a message, a voice note or a picture', ar: 'إرسال رسالة أو تسجيل صوتي أو صورة' } },
  { code: 'take-photo', icon: 'photo', skill: '3.1', need: 'photos', can: { fr: 'Prendre une photo', en: 'Take a photo', ar: 'التقاط صورة' } },
  { code: 'ask-help', icon: 'helper', skill: '5.4', need: 'scams', can: { fr: 'Demander de l’aide avant de toucher', en: 'Ask for help before touching', ar: 'طلب المساعدة قبل اللمس' } },
]

/** The first gesture that was not seen, in the order of a first visit; none when all were. */
export const nextGesture = (seen: ReadonlySet<string>): Gesture | undefined =>
  firstGestures.find(({ code }) => !seen.has(code))
