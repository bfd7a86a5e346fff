// biome-ignore-all format: a table is read and compared line by line.
import type { MachineKind, MachineTexts, Supervision } from './vocabulary.ts'

/** What a lab begins with when it adds a machine of a kind: its words, its rules, what it asks for. */
export interface ReadyMade {
  supervision: Supervision
  minAge: number
  slotMinutes: number
  dayMinutes: number
  weekMinutes: number
  noisy: boolean
  /** Slugs of inductions of the network. */
  inductions: readonly string[]
  texts: Readonly<Record<'fr' | 'en' | 'ar', MachineTexts>>
}

/** Ready-made sheets, one a kind; a lab changes its own copy. Safety is said as gestures, shortest first. */
export const readyMade: Readonly<Record<MachineKind, ReadyMade>> = {
  '3d-printer': {
    supervision: 'young', minAge: 10, slotMinutes: 60, dayMinutes: 240, weekMinutes: 480, noisy: false, inductions: ['workshop-safety', '3d-printer'],
    texts: {
      fr: { what: 'Fabriquer un petit objet en plastique : une pièce cassée, un bijou, un support.', safety: ['La buse est à 200 °C : on ne touche pas la tête.', 'On reste à côté pendant la première couche.', 'On retire la pièce quand le plateau est froid.'], needs: ['Votre fichier STL, ou une idée.', 'Le plastique est fourni.'] },
      en: { what: 'Make a small plastic object: a broken part, a jewel, a stand.', safety: ['The nozzle is at 200 °C: never touch the head.', 'Stay beside it during the first layer.', 'Take the object off once the plate is cold.'], needs: ['Your STL file, or an idea.', 'Plastic is provided.'] },
      ar: { what: 'اصنع قطعة صغيرة من البلاستيك: قطعة مكسورة أو حلية أو حامل.', safety: ['حرارة الفوهة 200 درجة: لا تلمس الرأس.', 'ابقَ بجانبها أثناء الطبقة الأولى.', 'انزع القطعة عندما تبرد اللوحة.'], needs: ['ملف STL، أو فكرة.', 'البلاستيك متوفر.'] },
    },
  },
  laser: {
    supervision: 'always', minAge: 14, slotMinutes: 60, dayMinutes: 120, weekMinutes: 240, noisy: true, inductions: ['workshop-safety', 'laser'],
    texts: {
      fr: { what: 'Couper et graver du bois fin, du carton, du cuir : une boîte, une lampe, un jeu.', safety: ['On ne part jamais pendant la découpe.', 'Jamais de PVC : sa fumée est un poison.', 'Ça brûle : on appuie sur le bouton rouge, on laisse le capot fermé, on appelle.'], needs: ['Un dessin SVG ou DXF, ou une idée.', 'Du contreplaqué de 3 mm est fourni.'] },
      en: { what: 'Cut and engrave thin wood, card or leather: a box, a lamp, a game.', safety: ['Never leave while it cuts.', 'Never PVC: its smoke is poison.', 'It burns: press the red button, keep the lid closed, call us.'], needs: ['An SVG or DXF drawing, or an idea.', '3 mm plywood is provided.'] },
      ar: { what: 'قص ونقش الخشب الرقيق والكرتون والجلد: علبة أو مصباح أو لعبة.', safety: ['لا تبتعد أبدًا أثناء القص.', 'لا تستعمل PVC أبدًا: دخانه سام.', 'إذا اشتعل شيء: اضغط الزر الأحمر، أبقِ الغطاء مغلقًا، ونادِنا.'], needs: ['رسم SVG أو DXF، أو فكرة.', 'خشب بسماكة 3 مم متوفر.'] },
    },
  },
  vinyl: {
    supervision: 'never', minAge: 8, slotMinutes: 30, dayMinutes: 120, weekMinutes: 240, noisy: false, inductions: ['vinyl'],
    texts: {
      fr: { what: 'Découper des autocollants, des étiquettes, un motif pour un tee-shirt.', safety: ['La lame est petite et coupe : on ne la change pas seul.', 'Les doigts restent loin du rouleau quand il tourne.'], needs: ['Un dessin, ou un texte.', 'Le vinyle est fourni, dans quatre couleurs.'] },
      en: { what: 'Cut stickers, labels, a pattern for a T-shirt.', safety: ['The blade is small and sharp: never change it alone.', 'Keep your fingers away from the roller while it turns.'], needs: ['A drawing, or a text.', 'Vinyl is provided, in four colours.'] },
      ar: { what: 'قص الملصقات والبطاقات ورسم لقميص.', safety: ['الشفرة صغيرة وحادة: لا تغيّرها وحدك.', 'أبعد أصابعك عن الأسطوانة أثناء دورانها.'], needs: ['رسم أو نص.', 'الفينيل متوفر بأربعة ألوان.'] },
    },
  },
  sewing: {
    supervision: 'never', minAge: 8, slotMinutes: 60, dayMinutes: 180, weekMinutes: 360, noisy: false, inductions: [],
    texts: {
      fr: { what: 'Coudre, raccourcir, réparer un vêtement, faire un sac.', safety: ['On éteint avant de changer l’aiguille.', 'Les doigts restent à deux centimètres de l’aiguille.'], needs: ['Votre tissu, ou le vêtement à réparer.', 'Fil et aiguilles sont fournis.'] },
      en: { what: 'Sew, shorten or mend clothes, make a bag.', safety: ['Switch off before changing the needle.', 'Keep your fingers two centimetres away from the needle.'], needs: ['Your cloth, or what you want to mend.', 'Thread and needles are provided.'] },
      ar: { what: 'خياطة الملابس أو تقصيرها أو إصلاحها، أو صنع حقيبة.', safety: ['أطفئها قبل تغيير الإبرة.', 'أبقِ أصابعك على بعد سنتيمترين من الإبرة.'], needs: ['قماشك، أو اللباس الذي تريد إصلاحه.', 'الخيط والإبر متوفرة.'] },
    },
  },
  embroidery: {
    supervision: 'never', minAge: 10, slotMinutes: 60, dayMinutes: 180, weekMinutes: 360, noisy: false, inductions: ['embroidery'],
    texts: {
      fr: { what: 'Broder un prénom, un dessin, un écusson.', safety: ['On ne touche pas le cadre quand il bouge.', 'On éteint avant de changer l’aiguille.'], needs: ['Un dessin simple, ou un texte.', 'Votre tissu ; le fil est fourni.'] },
      en: { what: 'Embroider a first name, a drawing, a badge.', safety: ['Do not touch the frame while it moves.', 'Switch off before changing the needle.'], needs: ['A simple drawing, or a text.', 'Your cloth; thread is provided.'] },
      ar: { what: 'طرز اسمًا أو رسمًا أو شارة.', safety: ['لا تلمس الإطار أثناء حركته.', 'أطفئها قبل تغيير الإبرة.'], needs: ['رسم بسيط أو نص.', 'قماشك؛ الخيط متوفر.'] },
    },
  },
  electronics: {
    supervision: 'young', minAge: 10, slotMinutes: 60, dayMinutes: 180, weekMinutes: 360, noisy: false, inductions: ['electronics'],
    texts: {
      fr: { what: 'Souder, mesurer, réparer un petit appareil, programmer une carte.', safety: ['Le fer est à 350 °C : on le repose dans son support.', 'On débranche l’appareil avant de l’ouvrir.', 'On se lave les mains après.'], needs: ['L’appareil à réparer, ou une idée.', 'Étain et petites pièces sont fournis.'] },
      en: { what: 'Solder, measure, mend a small device, program a board.', safety: ['The iron is at 350 °C: put it back in its stand.', 'Unplug a device before opening it.', 'Wash your hands afterwards.'], needs: ['What you want to mend, or an idea.', 'Solder and small parts are provided.'] },
      ar: { what: 'اللحام والقياس وإصلاح جهاز صغير وبرمجة لوحة.', safety: ['حرارة المكواة 350 درجة: أعدها إلى حاملها.', 'افصل الجهاز عن الكهرباء قبل فتحه.', 'اغسل يديك بعد ذلك.'], needs: ['الجهاز الذي تريد إصلاحه، أو فكرة.', 'القصدير والقطع الصغيرة متوفرة.'] },
    },
  },
  computer: {
    supervision: 'never', minAge: 8, slotMinutes: 60, dayMinutes: 120, weekMinutes: 360, noisy: false, inductions: [],
    texts: {
      fr: { what: 'Dessiner en 3D, préparer un fichier, retoucher une image.', safety: ['On ferme ses comptes avant de partir.'], needs: ['Une clé USB, si vous en avez une.'] },
      en: { what: 'Draw in 3D, prepare a file, retouch a picture.', safety: ['Sign out of your accounts before you leave.'], needs: ['A USB stick, if you have one.'] },
      ar: { what: 'الرسم ثلاثي الأبعاد وتحضير ملف وتعديل صورة.', safety: ['أغلق حساباتك قبل أن تغادر.'], needs: ['ذاكرة USB إن كانت لديك.'] },
    },
  },
}
