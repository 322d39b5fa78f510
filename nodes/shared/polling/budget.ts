import { MAX_PAGE_SIZE } from '../../../vipps/paging/pages';

/** How many items one poll may still give, shared by the ledgers that are read at the same time. */
export class ItemBudget {
	/** How many pages are under way, each with its share taken out. */
	private underWay = 0;

	private waiting: Array<() => void> = [];

	constructor(private left: number) {}

	/**
	 * A share for one page; 0 when all is used up. Waits while that depends on pages under way.
	 *
	 * @param readers how many ledgers are being read, so that each gets some
	 */
	async take(readers: number): Promise<number> {
		while (this.left <= 0 && this.underWay > 0) {
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		if (this.left <= 0) return 0;
		const others = Math.max(1, readers - this.underWay);
		const share = Math.min(MAX_PAGE_SIZE, Math.ceil(this.left / others));
		this.left -= share;
		this.underWay++;
		return share;
	}

	/** The page that a share was taken for has brought so many items. */
	settle(share: number, items: number): void {
		this.left += share - items;
		this.underWay--;
		for (const resume of this.waiting.splice(0)) resume();
	}
}
