/** The compiled node and credential classes, for whoever loads the package by name. n8n itself reads `n8n` in package.json. */
const { n8n } = require('./package.json');

module.exports = Object.assign(
	{},
	...[...n8n.credentials, ...n8n.nodes].map((file) => require(`./${file}`)),
);
