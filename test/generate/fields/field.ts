/** What a field of an output item is. */
export interface Field {
	/** As in the item; `lines[].name` is in each part of a list. */
	name: string;
	kind: 'text' | 'whole number' | 'number' | 'true or false' | 'object' | 'list' | 'nothing';
	unit?: string;
	/** When it is null or missing; left out: never. */
	none?: string;
	sign?: string;
	meaning: string;
}

type More = Partial<Pick<Field, 'unit' | 'none' | 'sign'>>;

/** Fields of one kind. */
const kind =
	(of: Field['kind']) =>
	(name: string, meaning: string, more: More = {}): Field => ({
		...{ name, kind: of, meaning },
		...more,
	});

export const text = kind('text');
export const whole = kind('whole number');
export const number = kind('number');
export const flag = kind('true or false');
export const object = kind('object');
export const list = kind('list');
export const nothing = kind('nothing');
