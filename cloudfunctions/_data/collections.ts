/**
 * The collections and indexes of the database: the one place where they are declared. The build writes them to
 * dist/database.json, from which the local cloud refuses everything undeclared and a deployment creates the real ones.
 * A collection has no rules of its own: `clientRules` closes every one of them.
 */
export interface IndexDeclaration {
  readonly name: string
  /** Fields in order, 1 ascending or -1 descending. */
  readonly fields: readonly (readonly [field: string, direction: 1 | -1])[]
  readonly unique?: true
}

export interface CollectionDeclaration {
  /** What one document is, in a sentence. */
  readonly about: string
  readonly indexes: readonly IndexDeclaration[]
}

/**
 * The version of the shapes in documents.ts. It grows by one when data that was written before can no longer be read as it is: the local
 * cloud then refuses an older data folder in a sentence, and a deployment knows that it has something to convert.
 */
export const shapes = 5

export const collections = {
  organisations: {
    about: 'an organisation of the tree; _id is its id',
    indexes: [
      {
        name: 'path',
        fields: [
          ['path', 1],
          ['order', 1],
        ],
      },
      {
        name: 'parent',
        fields: [
          ['parentId', 1],
          ['order', 1],
        ],
      },
    ],
  },
  people: {
    about: 'a roster entry; _id is the person id',
    indexes: [
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['seat', 1],
        ],
      },
      // of everyone who ever belonged there
      {
        name: 'seatedIn',
        fields: [
          ['seatings.orgId', 1],
          ['_id', 1],
        ],
      },
      { name: 'roles', fields: [['roles.orgId', 1]] },
      { name: 'seat', fields: [['seat', 1]], unique: true },
      // of all seats that a person ever had: a seat is never dealt twice
      { name: 'seatings', fields: [['seatings.seat', 1]], unique: true },
    ],
  },
  bindings: {
    about: 'which person a WeChat identity is; _id is the openid',
    indexes: [{ name: 'person', fields: [['personId', 1]], unique: true }],
  },
  consents: {
    about: 'a consent given or withdrawn, for the record; _id is <person>.<instant>.<event>',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['at', -1],
        ],
      },
      // for the timer that looks after what was written at the moment of leaving
      {
        name: 'event',
        fields: [
          ['event', 1],
          ['at', 1],
        ],
      },
    ],
  },
  invitations: {
    about: 'an invitation to bind a WeChat identity to a person; _id is the hash of its code',
    indexes: [{ name: 'person', fields: [['personId', 1]] }],
  },
  phones: {
    about: 'a person’s phone number as a keyed hash; _id is the person id',
    indexes: [{ name: 'mac', fields: [['mac', 1]] }],
  },
  tries: {
    about: 'how often codes were tried in the current slot of time; _id is <kind>.<openid or activity>',
    indexes: [],
  },
  secrets: {
    about: 'keys that the functions made for themselves',
    indexes: [],
  },
  quizzes: {
    about: 'a quiz with its frozen questions and keys',
    indexes: [
      { name: 'closes', fields: [['closesAt', 1]] },
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['closesAt', -1],
        ],
      },
      {
        name: 'path',
        fields: [
          ['path', 1],
          ['closesAt', -1],
        ],
      },
    ],
  },
  quizDrafts: {
    about: 'a quiz that is being made; _id is quiz-<hash of who began it and the key>',
    indexes: [
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['updatedAt', -1],
        ],
      },
    ],
  },
  attempts: {
    about: 'a dealt paper and what was handed in; _id is <quiz>.<person>.<number>',
    indexes: [
      {
        name: 'owner',
        fields: [
          ['owner', 1],
          ['number', -1],
        ],
      },
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['dealtAt', -1],
        ],
      },
      // for the timer that looks for papers whose fact was not written
      { name: 'received', fields: [['submission.receivedAt', 1]] },
    ],
  },
  lessons: {
    about:
      'a micro-lesson without what is read in it, with its check question and key: small, since every home page goes through all of them',
    indexes: [
      { name: 'published', fields: [['publishedAt', 1]] },
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['publishedAt', -1],
        ],
      },
    ],
  },
  lessonBodies: {
    about: 'what is read in a micro-lesson, with its drawings; _id is the lesson id',
    indexes: [],
  },
  themeDays: {
    about: 'a theme day of one organisation, with its frozen roster and check-in secret',
    indexes: [
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['startsAt', -1],
        ],
      },
      {
        name: 'rosterUnfolded',
        fields: [
          ['rosterUnfolded', 1],
          ['_id', 1],
        ],
      },
      { name: 'untold', fields: [['untold.dueAt', 1]] },
    ],
  },
  attendances: {
    about: 'leave and late scans of a person at a theme day; _id is <theme day>.<person>',
    indexes: [
      { name: 'person', fields: [['personId', 1]] },
      {
        name: 'themeDay',
        fields: [
          ['themeDayId', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  handbook: {
    about: 'a chapter of the handbook: the questions of one document; _id is the document',
    indexes: [],
  },
  reviews: {
    about: 'what was practised, as one phone sent it; _id is <person>.<key of the batch>',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['keptAt', 1],
        ],
      },
    ],
  },
  notes: {
    about: 'a member’s own note on a lesson; _id is <lesson>.<person>',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['updatedAt', -1],
        ],
      },
    ],
  },
  reflections: {
    about: 'a member’s reflection on a lesson or theme day; _id is <kind>.<id>.<person>',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['writtenAt', -1],
        ],
      },
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['state', 1],
          ['writtenAt', -1],
        ],
      },
      // for the timer that looks for participations from afar whose fact was not written
      { name: 'takesPart', fields: [['takesPart.receivedAt', 1]] },
    ],
  },
  letters: {
    about: 'a suggestion, complaint or request for correction; _id is a hash of its writer and key',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['sentAt', -1],
        ],
      },
      {
        name: 'to',
        fields: [
          ['toOrgIds', 1],
          ['answered', 1],
          ['sentAt', -1],
        ],
      },
    ],
  },
  subscriptions: {
    about: 'how many messages of a kind a person has allowed; _id is <person>.<template>',
    // for the timer that reminds those who asked for it
    indexes: [
      {
        name: 'template',
        fields: [
          ['template', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  reminders: {
    about:
      'something that a person was told; _id is <person>.<day>, or <person>.<cause>.<activity> of what they asked for themselves',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['sentAt', -1],
        ],
      },
      {
        name: 'open',
        fields: [
          ['open', 1],
          ['dueAt', 1],
        ],
      },
      {
        name: 'sending',
        fields: [
          ['sendingId', 1],
          ['dueAt', 1],
        ],
      },
    ],
  },
  sendings: {
    about:
      'an order to remind people, carried out in steps; _id is a hash of who ordered it, of a sweep its day and hour',
    indexes: [
      {
        name: 'open',
        fields: [
          ['open', 1],
          ['createdAt', 1],
        ],
      },
    ],
  },
  facts: {
    about: 'the ledger: one participation; _id is <kind>.<activity>.<person>',
    indexes: [
      {
        name: 'unfolded',
        fields: [
          ['folded', 1],
          ['_id', 1],
        ],
      },
      {
        name: 'activity',
        fields: [
          ['activityId', 1],
          ['occurredAt', -1],
        ],
      },
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['day', 1],
        ],
      },
      {
        name: 'day',
        fields: [
          ['day', 1],
          ['_id', 1],
        ],
      },
      // entries by proxy, few among many: a report looks at how many a theme day has
      {
        name: 'channel',
        fields: [
          ['channel', 1],
          ['occurredAt', 1],
        ],
      },
      // corrections, few among many: a recount needs those that moved a fact out of its period
      {
        name: 'revision',
        fields: [
          ['revision', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  segments: {
    about: 'the participation index: one kind, month and block of seats, packed; _id is <kind>.<YYYY-MM>.<part>',
    indexes: [
      {
        name: 'month',
        fields: [
          ['month', 1],
          ['kind', 1],
        ],
      },
    ],
  },
  rosters: {
    about: 'the roster over time, as figures need it: who sits, who is mobile, ages; _id is the block of seats',
    indexes: [],
  },
  moves: {
    about:
      'a change of the roster, as it was entered; _id is <recorder>.<key>, in a merge or split <recorder>.<key>.<person>',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['recordedAt', 1],
        ],
      },
      {
        name: 'unsettled',
        fields: [
          ['settled', 1],
          ['recordedAt', 1],
        ],
      },
    ],
  },
  reorganisations: {
    about:
      'an order to merge or split branches, and whether it is done; _id is <recorder>.<key>; `open` names the branches of those that are not',
    indexes: [
      {
        name: 'undone',
        fields: [
          ['done', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  audit: {
    about: 'what organisers and operators changed; ids only',
    indexes: [
      {
        name: 'object',
        fields: [
          ['object', 1],
          ['at', 1],
        ],
      },
    ],
  },
  counters: {
    about: 'how far something has come: numbers that are dealt once, papers that were checked; _id is what',
    indexes: [],
  },
  jobs: {
    about: 'long work that is done in steps (export, regrade, analysis); _id is <kind>.<hash of who asked for what>',
    indexes: [
      {
        name: 'person',
        fields: [
          ['personId', 1],
          ['createdAt', -1],
        ],
      },
      {
        name: 'open',
        fields: [
          ['open', 1],
          ['updatedAt', 1],
        ],
      },
    ],
  },
  jobParts: {
    about: 'a piece of a job’s work in between; _id is <job>.<name>',
    indexes: [
      {
        name: 'job',
        fields: [
          ['jobId', 1],
          ['_id', 1],
        ],
      },
    ],
  },
  indicators: {
    about: 'a figure that organisations report by hand, as somebody defined or changed it; _id is its code',
    indexes: [],
  },
  registerEntries: {
    about:
      'what an organisation reported by hand for one indicator and period, with everything that was submitted; _id is <indicator>.<organisation>.<period>',
    indexes: [
      {
        name: 'path',
        fields: [
          ['path', 1],
          ['code', 1],
          ['period', 1],
        ],
      },
      // what waits for a verdict, or came back
      {
        name: 'state',
        fields: [
          ['path', 1],
          ['state', 1],
          ['last.at', 1],
        ],
      },
      // what an organisation reported before
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['code', 1],
          ['periodEnd', -1],
        ],
      },
    ],
  },
  keyCorrections: {
    about: 'a corrected key that was proposed, and what it would do; _id is a hash of who proposed it with which key',
    indexes: [],
  },
  analyses: {
    about: 'what item analysis keeps of a quiz’s papers; _id is <quiz>.<organisation>.<version of the keys>',
    indexes: [],
  },
  reports: {
    about:
      'a version of a report: figures, what people wrote, who did what; _id is <organisation>.<from>.<to>.<version>',
    indexes: [
      {
        name: 'period',
        fields: [
          ['orgId', 1],
          ['from', 1],
          ['to', 1],
          ['version', -1],
        ],
      },
      {
        name: 'org',
        fields: [
          ['orgId', 1],
          ['updatedAt', -1],
        ],
      },
    ],
  },
  reportInputs: {
    about: 'tree and roster from which a version’s figures were computed; _id is <version>.<instant of the data>',
    indexes: [
      {
        name: 'report',
        fields: [
          ['reportId', 1],
          ['asOf', 1],
        ],
      },
    ],
  },
  reportFiles: {
    about: 'a file that was written of a report; _id is <version>.<form>.<what it is of>',
    indexes: [],
  },
} as const satisfies Record<string, CollectionDeclaration>

export type CollectionName = keyof typeof collections

/**
 * CloudBase's security rules for clients, the same for every collection and for the whole of storage: nothing. Only functions read and write; files go
 * out as temporary addresses that they make. The build writes them to dist/database.rules.json and dist/storage.rules.json.
 * Source: CloudBase, "Security Rules" of database and storage: a rule is a boolean or an expression, and binds clients only.
 */
export const clientRules = { read: false, write: false } as const
