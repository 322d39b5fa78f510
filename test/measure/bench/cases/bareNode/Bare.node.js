/* Plain JavaScript, since n8n itself loads this file. */

/** A minimal node: n8n's request helper, called in a loop. No node of n8n can be faster. */
exports.Bare = class {
	description = {
		displayName: 'Bare node',
		name: 'bare',
		group: ['input'],
		version: 1,
		description: 'Reads the pages of each item, and sees to nothing else',
		defaults: { name: 'Bare node' },
		inputs: ['main'],
		outputs: ['main'],
		credentials: [{ name: 'vippsAccountingApi', required: true }],
		properties: [
			{ displayName: 'Path', name: 'path', type: 'string', default: '' },
			{ displayName: 'Page Size', name: 'pageSize', type: 'number', default: 1000 },
		],
	};

	async execute() {
		const items = [];
		for (const [item, { json }] of this.getInputData().entries()) {
			const { ledgerId } = json;
			const url = this.getNodeParameter('path', item);
			const pageSize = this.getNodeParameter('pageSize', item);
			const pairedItem = { item };
			let page = {};
			do {
				page = await this.helpers.httpRequestWithAuthentication.call(this, 'vippsAccountingApi', {
					url,
					qs: { cursor: page.cursor, pageSize },
					json: true,
				});
				for (const entry of page.items) items.push({ json: { ledgerId, ...entry }, pairedItem });
				// The feed of funds says only that all has been read.
			} while (page.hasMore ?? !page.tryLater);
		}
		return [items];
	}
};
