/** The order of two values, for a sort: texts by their characters, whatever the language of the server. */
export const compare = <Value extends string | bigint>(one: Value, other: Value): number =>
	one < other ? -1 : Number(one > other);
