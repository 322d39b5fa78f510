/** Many more than are read at a time. */
const MOST_PATHS = 100;

/** The page that each path sent last; of the paths that were called last, for a page may be large. */
export interface LastPages {
	/** Takes the page that a path sends now, and gives the one before it. */
	replace(path: string, page: string | Buffer): string | Buffer | undefined;
}

/** No page at first. */
export function createLastPages(): LastPages {
	const pages = new Map<string, string | Buffer>();
	return {
		replace(path, page) {
			const before = pages.get(path);
			pages.delete(path);
			pages.set(path, page);
			const [oldest] = pages.keys();
			if (oldest !== undefined && pages.size > MOST_PATHS) pages.delete(oldest);
			return before;
		},
	};
}
