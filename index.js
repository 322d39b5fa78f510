/** The compiled node and credential classes, for whoever loads the package by name. n8n itself reads `n8n` in package.json. */
module.exports = {
	...require('./dist/credentials/VippsAccountingApi.credentials.js'),
	...require('./dist/nodes/VippsSales/VippsSales.node.js'),
	...require('./dist/nodes/VippsSalesTrigger/VippsSalesTrigger.node.js'),
};
