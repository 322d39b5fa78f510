import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';

/** A part of the page, in CSS pixels. */
export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** A window in which an open node shows all its parameters, and a table most of its columns. */
export const LARGE = { width: 1500, height: 1000 };

const SCHEMES = [
	{ colorScheme: 'light', suffix: '' },
	{ colorScheme: 'dark', suffix: '.dark' },
] as const;

/** Whether this run takes pictures. */
export const isForPictures = (): boolean => Boolean(process.env.UI_PICTURES);

/** The smallest area that holds all of these, with a margin around it. */
export async function around(elements: Locator, margin = 0): Promise<Area> {
	const boxes = await boxesOf(elements);
	const left = Math.min(...boxes.map((box) => box.left)) - margin;
	const top = Math.min(...boxes.map((box) => box.top)) - margin;
	const right = Math.max(...boxes.map((box) => box.right)) + margin;
	const bottom = Math.max(...boxes.map((box) => box.bottom)) + margin;
	return { x: left, y: top, width: right - left, height: bottom - top };
}

/** An area, cut behind the last column and the last row of a table that are whole within its frame. */
export async function uncut(area: Area, table: Locator, frame: Locator): Promise<Area> {
	const [visible] = await boxesOf(frame);
	const columns = (await boxesOf(table.locator('thead th'))).map(({ right }) => right);
	const rows = (await boxesOf(table.locator('tbody tr'))).map(({ bottom }) => bottom);
	const lastIn = (edges: number[], end = Infinity) =>
		Math.max(...edges.filter((edge) => edge <= end));
	const width = lastIn(columns, visible?.right) + 1 - area.x;
	const height = lastIn(rows, visible?.bottom) + 1 - area.y;
	return { ...area, width, height };
}

/** Where those of the elements are that are seen. */
const boxesOf = async (elements: Locator) =>
	await elements.evaluateAll((all) =>
		all
			.filter((element) =>
				element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
			)
			.map((element) => {
				const { left, top, right, bottom } = element.getBoundingClientRect();
				return { left, top, right, bottom };
			}),
	);

/** How a picture differs from what the test sees. */
export interface PictureOptions {
	/** The window's size; else it stays as it is. */
	size?: { width: number; height: number };
	/** CSS. */
	style?: string;
}

/**
 * Takes a picture for the documentation, light and dark, in a run that was asked for them.
 *
 * @param areaOf is asked when all is drawn
 */
export async function picture(
	page: Page,
	name: string,
	areaOf: () => Promise<Area>,
	{ size, style = '/* none */' }: PictureOptions = {},
): Promise<void> {
	const folder = process.env.UI_PICTURES;
	if (!folder) return;
	const usual = page.viewportSize();
	if (size) await page.setViewportSize(size);
	const added = await page.addStyleTag({ content: style });
	// No field is to look as if the mouse were over it.
	await page.mouse.move(1, 1);
	await mkdir(folder, { recursive: true });
	for (const { colorScheme, suffix } of SCHEMES) {
		await page.emulateMedia({ colorScheme });
		await allDrawn(page);
		const path = join(folder, `${name}${suffix}.png`);
		await page.screenshot({ path, clip: await areaOf(), animations: 'disabled', caret: 'hide' });
	}
	await page.emulateMedia({ colorScheme: 'light' });
	await added.evaluate((element) => element.parentNode?.removeChild(element));
	if (size && usual) await page.setViewportSize(usual);
}

/** Whether fonts and icons are there. */
const IS_DRAWN = `document.fonts.status === 'loaded' &&
	[...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0)`;
/** Two frames later, the editor has begun to load the icons of the scheme that was chosen. */
const NEXT_FRAME =
	'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';

async function allDrawn(page: Page): Promise<void> {
	await page.evaluate(NEXT_FRAME);
	await page.waitForFunction(IS_DRAWN);
}
