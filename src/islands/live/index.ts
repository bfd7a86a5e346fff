// Follows a live game: the page works without it, by being read again. Needs nothing that browsers keep for https.
import { readAloud } from './aloud.ts'
import { remind, takeAnswers } from './answers.ts'
import { bringMine, bringSeats, countDown, fitWall, keepLit } from './around.ts'
import { follow } from './follow.ts'
import { note } from './page.ts'
import { swap } from './swap.ts'

document.documentElement.classList.add('scripted')
takeAnswers()
follow((html) => {
  swap(html)
  note('late', false)
  note('unread', false)
  remind()
  bringMine()
  bringSeats()
  fitWall()
})
bringMine()
countDown()
keepLit()
fitWall()
window.addEventListener('resize', fitWall)
readAloud()
