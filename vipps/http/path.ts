/**
 * An opaque id as one segment of a path: it reaches the server unchanged and never changes the structure of the path.
 *
 * @throws TypeError for an id that cannot be part of a path: an empty one, a dot segment (`.` and `..`, which every URL parser removes even
 * if they are encoded), and half a surrogate pair
 */
export function encodeSegment(id: string): string {
	if (!isSegment(id)) throw new TypeError(`${JSON.stringify(id)} cannot be part of a web address`);
	return encodeURIComponent(id);
}

/** Whether {@link encodeSegment} accepts an id. */
export const isSegment = (id: string): boolean => !/^\.{0,2}$/.test(id) && isWellFormed(id);

/** Whether a text has no half surrogate pair, so that it can be encoded at all. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
