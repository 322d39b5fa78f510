import type { INode } from 'n8n-workflow';

import type { VippsContext } from '../../../vipps/context';

const node: INode = {
	id: 'node',
	name: 'Vipps Sales',
	type: 'n8n-nodes-vipps-accounting.vippsSales',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** As much of n8n's context as code that makes no call needs: the node that an error belongs to. */
export const context = { getNode: () => node } as VippsContext;
