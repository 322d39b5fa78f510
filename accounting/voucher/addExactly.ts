import { ShapeError } from '../shapeError';

/** The sum of two whole numbers. @throws ShapeError if it is too large to be exact */
export function addExactly(total: number, amount: number): number {
	const added = total + amount;
	if (Number.isSafeInteger(added)) return added;
	throw new ShapeError('The sum', added, 'too much to be added up exactly');
}
