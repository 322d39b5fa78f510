import type { INode, NodeOperationError } from 'n8n-workflow';

import { operationError } from './errors';
import { withPollHint } from './pollHint';

/** The error if the keys of a sales unit are to read what only accounting keys open. Source: Sales API guide. */
export const unsuitableKeys = (node: INode): NodeOperationError =>
	withPollHint(
		operationError(node, "Sales unit keys can't read sales", {
			description:
				"The Sales API needs accounting keys. Select a credential whose 'Key Type' is 'Accounting Keys', or use Vipps Settlement: sales unit keys open the settlement of their own sales unit.",
		}),
		{ cause: 'credential-invalid' },
	);
