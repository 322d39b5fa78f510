import type { Page } from 'playwright-core';

import { around, picture } from '../rigs/editor/picture.cts';
import { CredentialDialog } from '../rigs/editor/credentialDialog';
import { Editor } from '../rigs/editor/editor';
import { NodePanel } from '../rigs/editor/nodePanel';
import { addresses } from '../rigs/editor/setup/rig.cts';

/** For the picture. */
const LIKE_A_REAL_ONE = '4f1c92d7-6a3e-4b58-9c0d-2e7f8a51b364';

describe('the credential', () => {
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		editor = await Editor.open();
		page = await editor.openSalesNode();
		await NodePanel.open(page);
	});
	afterAll(async () => await editor?.close());

	it('is created from the node, and says whether its keys are accepted', async () => {
		const { clientId, clientSecret, sandbox } = addresses();
		const dialog = await CredentialDialog.openNew(page);
		expect(await dialog.labels()).toEqual([
			'Key Type',
			'Client ID *',
			'Client Secret *',
			'Environment',
			'System Name',
			'System Version',
			'Allowed HTTP Request Domains',
		]);
		expect(await dialog.value('environment')).toBe('Production');
		await dialog.fill({ clientId: LIKE_A_REAL_ONE, clientSecret: 'of a sales unit' });
		await picture(page, 'credential', async () => await around(dialog.root));

		await dialog.choose('environment', 'Custom');
		await dialog.fill({ clientId, baseUrl: sandbox });
		await dialog.save();
		expect(await dialog.refusal()).toContain(
			'Vipps did not accept these keys: check Client ID and Client Secret',
		);

		await dialog.fill({ clientSecret });
		await dialog.save();
		await dialog.success();
	});
});
