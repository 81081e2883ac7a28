import { expressionRow } from './prove'
import type { SupportRow } from './rows'

export const rows: SupportRow[] = [
  expressionRow({
    name: '$.concat',
    gives: [
      [`$.concat(['$s', '，', '$zh'])`, 'Hello，初心学堂'],
      [`$.concat(['$s', '$nil'])`, null],
      [`$.concat([])`, ''],
    ],
    fails: [[`$.concat(['$s', '$i'])`, /only supports strings, not int/]],
  }),
  expressionRow({
    name: '$.toLower, $.toUpper',
    note: 'ASCII letters only, as in MongoDB',
    gives: [
      [`$.toLower('$s')`, 'hello'],
      [`$.toUpper('straße é')`, 'STRAßE é'],
      [`$.toUpper('$nil')`, ''],
      [`$.toLower('$f')`, '2.5'],
    ],
    fails: [[`$.toLower('$a')`, /can't convert from BSON type array to String/]],
  }),
  expressionRow({
    name: '$.strcasecmp',
    gives: [
      [`$.strcasecmp(['$s', 'HELLO'])`, 0],
      [`$.strcasecmp(['a', 'B'])`, -1],
      [`$.strcasecmp(['$nil', ''])`, 0],
    ],
  }),
  expressionRow({
    name: '$.strLenBytes, $.strLenCP',
    gives: [
      [`$.strLenBytes('$zh')`, 12],
      [`$.strLenCP('$zh')`, 4],
      [`$.strLenCP('😀')`, 1],
      [`$.strLenBytes('$empty')`, 0],
    ],
    fails: [
      [`$.strLenCP('$nil')`, /requires a string argument, found: null/],
      [`$.strLenBytes('$missing')`, /found: missing/],
    ],
  }),
  expressionRow({
    name: '$.substr, $.substrBytes',
    note: 'by bytes of UTF-8; never through a character',
    gives: [
      [`$.substrBytes(['$zh', 3, 6])`, '心学'],
      [`$.substr(['$s', 1, -1])`, 'ello'],
      [`$.substrBytes(['$s', 9, 2])`, ''],
      [`$.substr(['$nil', 0, 2])`, ''],
      [`$.substr([20260101, 0, 4])`, '2026'],
    ],
    fails: [
      [`$.substrBytes(['$zh', 1, 2])`, /UTF-8 continuation byte/],
      [`$.substrBytes(['$zh', 0, 2])`, /middle of a UTF-8 character/],
      [`$.substrBytes(['$s', -1, 2])`, /must be non-negative/],
    ],
  }),
  expressionRow({
    name: '$.substrCP',
    note: 'by characters',
    gives: [
      [`$.substrCP(['$zh', 1, 2])`, '心学'],
      [`$.substrCP(['a😀b', 1, 1])`, '😀'],
      [`$.substrCP(['$zh', 9, 2])`, ''],
      [`$.substrCP(['$nil', 0, 2])`, ''],
    ],
    fails: [
      [`$.substrCP(['$zh', -1, 2])`, /nonnegative starting index/],
      [`$.substrCP(['$zh', 0, 1.5])`, /integral length/],
    ],
  }),
  expressionRow({
    name: '$.indexOfBytes, $.indexOfCP',
    gives: [
      [`$.indexOfCP(['$zh', '学'])`, 2],
      [`$.indexOfBytes(['$zh', '学'])`, 6],
      [`$.indexOfCP(['$s', 'l', 3])`, 3],
      [`$.indexOfCP(['$s', 'l', 0, 2])`, -1],
      [`$.indexOfCP(['$s', ''])`, 0],
      [`$.indexOfBytes(['$nil', 'x'])`, null],
    ],
    fails: [[`$.indexOfCP(['$s', '$nil'])`, /requires a string argument, found: null/]],
  }),
  expressionRow({
    name: '$.split',
    gives: [
      [`$.split(['a-b--c', '-'])`, ['a', 'b', '', 'c']],
      [`$.split(['$zh', '心'])`, ['初', '学堂']],
      [`$.split(['$nil', '-'])`, null],
    ],
    fails: [
      [`$.split(['$s', ''])`, /non-empty separator/],
      [`$.split(['$i', '-'])`, /string as a first argument, found: int/],
    ],
  }),
  expressionRow({
    name: '$trim, $ltrim, $rtrim',
    gives: [
      [`{ $trim: { input: ' \\t x y \\n' } }`, 'x y'],
      [`{ $ltrim: { input: '  x ' } }`, 'x '],
      [`{ $rtrim: { input: 'x。。', chars: '。' } }`, 'x'],
      [`{ $trim: { input: '\\u3000x' } }`, '\u3000x'],
      [`{ $trim: { input: '$nil' } }`, null],
    ],
    fails: [[`{ $trim: { input: '$i' } }`, /requires its input to be a string/]],
  }),
  expressionRow({
    name: '$replaceOne, $replaceAll',
    gives: [
      [`{ $replaceOne: { input: 'a.a', find: 'a', replacement: { $literal: '$&' } } }`, '$&.a'],
      [`{ $replaceAll: { input: '$s', find: 'l', replacement: 'L' } }`, 'HeLLo'],
      [`{ $replaceAll: { input: '$nil', find: 'l', replacement: 'L' } }`, null],
    ],
    fails: [[`{ $replaceOne: { input: '$i', find: 'a', replacement: 'b' } }`, /'input' be a string, found: int/]],
  }),
  expressionRow({
    name: '$regexMatch, $regexFind, $regexFindAll',
    gives: [
      [`{ $regexMatch: { input: '$s', regex: /^h/i } }`, true],
      [`{ $regexMatch: { input: '$s', regex: '^h' } }`, false],
      [`{ $regexMatch: { input: '$nil', regex: 'x' } }`, false],
      [`{ $regexFind: { input: '$zh', regex: '(学)(x)?' } }`, { match: '学', idx: 2, captures: ['学', null] }],
      [`{ $regexFind: { input: '$s', regex: 'z' } }`, null],
      [
        `{ $regexFindAll: { input: 'a1😀b22', regex: '[0-9]+' } }`,
        [
          { match: '1', idx: 1, captures: [] },
          { match: '22', idx: 4, captures: [] },
        ],
      ],
      [
        `{ $regexFindAll: { input: 'ab', regex: 'x*' } }`,
        [
          { match: '', idx: 0, captures: [] },
          { match: '', idx: 1, captures: [] },
          { match: '', idx: 2, captures: [] },
        ],
      ],
    ],
    fails: [[`{ $regexMatch: { input: '$i', regex: 'x' } }`, /needs 'input' to be of type string, found: int/]],
  }),
]
