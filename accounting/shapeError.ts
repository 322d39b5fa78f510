import { preview } from '../vipps/outcome/preview';

/** A field of a sale has a value that a row or line cannot show unchanged. */
export class ShapeError extends Error {
	/**
	 * @param field a path in the sale, such as `lines[1].quantity`
	 * @param why completes the sentence "amounts.gross is 12.5, …"
	 */
	constructor(
		readonly field: string,
		readonly value: unknown,
		why: string,
	) {
		super(`${field} is ${preview(value)}, ${why}`);
		this.name = 'ShapeError';
	}
}

/** What was thrown, if it is about an entry. @throws any other error: a mistake in the program is not one in an entry */
export function asShapeError(error: unknown): ShapeError {
	if (error instanceof ShapeError) return error;
	throw error;
}
