/* Plain JavaScript, since n8n itself loads this file. */

/** A minimal node: n8n's request helper, called in a loop. No node of n8n can be faster. */
exports.Bare = class {
	description = {
		displayName: 'Bare node',
		name: 'bare',
		group: ['input'],
		version: 1,
		description: 'Reads a feed, and sees to nothing else',
		defaults: { name: 'Bare node' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: [{ displayName: 'Page Size', name: 'pageSize', type: 'number', default: 1000 }],
	};

	async execute() {
		const { ledgerId } = this.getInputData()[0].json;
		const pageSize = this.getNodeParameter('pageSize', 0);
		const pairedItem = { item: 0 };
		const items = [];
		let page = { hasMore: true };
		while (page.hasMore) {
			page = await this.helpers.httpRequestWithAuthentication.call(this, 'vippsAccountingApi', {
				url: `/sales/report/v1/ledgers/${ledgerId}`,
				qs: { cursor: page.cursor, pageSize },
				json: true,
			});
			for (const entry of page.items) items.push({ json: { ledgerId, ...entry }, pairedItem });
		}
		return [items];
	}
};
