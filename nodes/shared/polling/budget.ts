/** The largest allowance for one page. */
const LARGEST_ALLOWANCE = 1000;

/** How many items and how much time one poll has left, shared by the ledgers that are read at the same time. */
export class PollBudget {
	/** How many ledgers are not read to their end. */
	private unread = 0;

	/** How many pages are pending, each with an allowance of its own. */
	private pending = 0;

	private hasPage = false;

	private isEnded = false;

	private waiting: Array<() => void> = [];

	private readonly start = Date.now();

	/**
	 * @param items how many items the poll gives at most
	 * @param lastPageMs after this time no page is begun, except the first
	 * @param concurrency how many ledgers are read at the same time
	 */
	constructor(
		private items: number,
		private readonly lastPageMs: number,
		private readonly concurrency: number,
	) {}

	/** Shares the items between so many ledgers. */
	share(ledgers: number): void {
		this.unread = ledgers;
	}

	/** A ledger is read: the others share what is left. */
	finishLedger(): void {
		this.unread--;
	}

	/** How many items the next page of a ledger may give; 0 if the poll is to end. Waits while that depends on pending pages. */
	async take(): Promise<number> {
		const isLate = Date.now() - this.start > this.lastPageMs;
		// However late it is, each poll reads at least one page.
		if (this.isEnded || (isLate && this.hasPage)) return 0;
		const readers = Math.min(this.unread, this.concurrency);
		while (this.items <= 0 && this.pending > 0) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		if (this.items <= 0) return 0;
		const others = Math.max(1, readers - this.pending);
		const allowance = Math.min(LARGEST_ALLOWANCE, Math.ceil(this.items / others));
		this.items -= allowance;
		this.pending++;
		return allowance;
	}

	/** A page that had an allowance gave so many items. */
	settle(allowance: number, items: number): void {
		this.hasPage = true;
		this.items += allowance - items;
		this.pending--;
		for (const resume of this.waiting.splice(0)) resume();
	}

	/** Ends the poll: no further page is begun. */
	end(): void {
		this.isEnded = true;
	}

	get hasEnded(): boolean {
		return this.isEnded;
	}
}
