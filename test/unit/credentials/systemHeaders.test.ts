import { systemHeaders } from '../../../credentials/systemHeaders';

describe('the system name in the header', () => {
	it.each([
		{ entered: 'Bokføring på nett', sent: 'Bokforing pa nett' },
		{ entered: 'Ærlig Øst ÅS', sent: 'AErlig Ost AS' },
		{ entered: 'Kirjanpitäjä Köyliö', sent: 'Kirjanpitaja Koylio' },
		{ entered: 'Größe, façade, Łódź, Þór, œuvre', sent: 'Grosse, facade, Lodz, Thor, oe' },
		{ entered: 'e\u0301tude', sent: 'etude' },
		{ entered: 'plain ~ASCII! 3.1', sent: 'plain ~ASCII! 3.1' },
		{ entered: '1\r\nX: y', sent: '1X: y' },
		{ entered: '会計 books 📚', sent: 'books' },
		{ entered: `${'x'.repeat(29)} y`, sent: 'x'.repeat(29) },
		{ entered: 'æ'.repeat(20), sent: 'ae'.repeat(15) },
		{ entered: '会計', sent: 'n8n' },
		{ entered: '', sent: 'n8n' },
	])('is "$sent" for "$entered"', ({ entered, sent }) => {
		expect(systemHeaders({ systemName: entered })).toMatchObject({ 'Vipps-System-Name': sent });
	});
});
