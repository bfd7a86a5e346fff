import aruco from 'js-aruco2'

const family = new aruco.AR.Dictionary('ARUCO_MIP_36h12')

/** The squares of a card, as SVG with a white edge: what the camera recognises. Numbers from 1. */
export const drawCard = (card: number): string => family.generateSVG(card)
