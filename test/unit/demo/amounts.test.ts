import { formatAmount } from '../../../demo/table.cts';

it.each([
	{ minor: 0, text: '0.00' },
	{ minor: 5, text: '0.05' },
	{ minor: -5, text: '-0.05' },
	{ minor: 100, text: '1.00' },
	{ minor: 99_999, text: '999.99' },
	{ minor: 100_000, text: '1 000.00' },
	{ minor: 123_456_789, text: '1 234 567.89' },
	{ minor: -1_618_595, text: '-16 185.95' },
])('$minor minor units are shown as $text', ({ minor, text }) => {
	expect(formatAmount(minor)).toBe(text);
});
