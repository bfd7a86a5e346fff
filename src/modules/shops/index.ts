export { readShopFigures, type ShopFigure } from './db/figures.ts'
