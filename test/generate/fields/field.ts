/** What a field of an output item is. */
export interface Field {
	/** As in the item; `lines[].name` is in each part of a list. */
	name: string;
	kind: 'text' | 'whole number' | 'number' | 'true or false' | 'object' | 'list' | 'nothing';
	unit?: string;
	/** When it is null or missing; left out: never. */
	none?: string;
	sign?: string;
	/** Where its value is from: the field that Vipps sends, or this node. */
	from: string;
	meaning: string;
}

type More = Partial<Pick<Field, 'unit' | 'none' | 'sign' | 'from'>>;

/** Fields of one kind, from Vipps under the same name unless they say otherwise. */
const kind =
	(of: Field['kind']) =>
	(name: string, meaning: string, more: More = {}): Field => ({
		...{ name, kind: of, from: 'Vipps', meaning },
		...more,
	});

export const text = kind('text');
export const whole = kind('whole number');
export const number = kind('number');
export const flag = kind('true or false');
export const object = kind('object');
export const list = kind('list');
export const nothing = kind('nothing');

/** From this package, not from Vipps. */
export const ours = { from: 'this node' } as const;
