___INFO___

{
  "type": "TAG",
  "id": "cvt_temp_public_id",
  "version": 1,
  "securityGroups": [],
  "displayName": "Consentry consent state",
  "brand": {
    "id": "brand_dummy",
    "displayName": ""
  },
  "description": "Denies every consent type before any tag, then follows the visitor\u0027s choice in Consentry. Fire it on Consent Initialization - All Pages.",
  "containerContexts": [
    "WEB"
  ]
}


___TEMPLATE_PARAMETERS___

[
  {
    "type": "TEXT",
    "name": "fingerprints",
    "displayName": "Fingerprints of what you ask",
    "simpleValueType": true,
    "help": "What follows f= in the cookie consentry of a visitor who answered every category today. Left empty, the stored choice is not read: tags wait for Consentry itself. Copy it again when you change your services.",
    "valueHint": "performance.h6aoop+marketing.1bmquaj"
  },
  {
    "type": "TEXT",
    "name": "revision",
    "displayName": "Revision",
    "simpleValueType": true,
    "help": "The option revision of your configuration.",
    "defaultValue": "1",
    "valueValidators": [
      {
        "type": "NON_NEGATIVE_NUMBER"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "days",
    "displayName": "Days that a choice counts",
    "simpleValueType": true,
    "help": "The option days of your configuration.",
    "defaultValue": "180",
    "valueUnit": "days",
    "valueValidators": [
      {
        "type": "NON_NEGATIVE_NUMBER"
      }
    ]
  },
  {
    "type": "CHECKBOX",
    "name": "hostOnly",
    "checkboxText": "The cookie is bound to one host (option hostOnly)",
    "simpleValueType": true
  },
  {
    "type": "TEXT",
    "name": "wait",
    "displayName": "Wait for an answer",
    "simpleValueType": true,
    "help": "How long Google\u0027s tags wait for the first update before they send a ping without cookies. 0: they do not wait.",
    "defaultValue": "500",
    "valueUnit": "milliseconds",
    "valueValidators": [
      {
        "type": "NON_NEGATIVE_NUMBER"
      }
    ]
  },
  {
    "type": "TEXT",
    "name": "analytics",
    "displayName": "analytics_storage follows",
    "simpleValueType": true,
    "help": "Ids of services and categories, the finer first.",
    "defaultValue": "google-analytics performance"
  },
  {
    "type": "TEXT",
    "name": "ads",
    "displayName": "ad_storage, ad_user_data and ad_personalization follow",
    "simpleValueType": true,
    "help": "Ids of services and categories, the finer first.",
    "defaultValue": "google-ads marketing"
  },
  {
    "type": "TEXT",
    "name": "site",
    "displayName": "functionality_storage and personalization_storage follow",
    "simpleValueType": true,
    "help": "Ids of services and categories, the finer first.",
    "defaultValue": "functional"
  }
]


___SANDBOXED_JS_FOR_WEB_TEMPLATE___

// Everything is denied first. Then the stored choice is read, if its fingerprints are known here; then Consentry is
// asked, now and on every change. Whatever is missing, damaged, doubled, old or of another revision grants nothing.
const callInWindow = require('callInWindow');
const copyFromWindow = require('copyFromWindow');
const createQueue = require('createQueue');
const decodeUriComponent = require('decodeUriComponent');
const getCookieValues = require('getCookieValues');
const getTimestampMillis = require('getTimestampMillis');
const makeNumber = require('makeNumber');
const setDefaultConsentState = require('setDefaultConsentState');
const updateConsentState = require('updateConsentState');

const DAY_S = 86400;
const DIGITS = '0123456789';
const WORD = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-' + DIGITS;
const FIELDS = ['v', 'id', 't', 'r', 'yes', 'no', 'f'];
const TYPES = [
  { name: 'analytics_storage', ids: data.analytics },
  { name: 'ad_storage', ids: data.ads },
  { name: 'ad_user_data', ids: data.ads },
  { name: 'ad_personalization', ids: data.ads },
  { name: 'functionality_storage', ids: data.site },
  { name: 'personalization_storage', ids: data.site }
];

const has = (list, one) => !!list && list.indexOf(one) > -1;
const wordsOf = (text) =>
  text ? text.split('+').join(' ').split(' ').filter((word) => word.length > 0) : [];
const isMadeOf = (text, signs, least, most) =>
  text.length >= least &&
  text.length <= most &&
  text.split('').every((sign) => has(signs, sign));

const statesFor = (permits) => {
  const states = { security_storage: 'granted' };
  TYPES.forEach((type) => {
    states[type.name] = permits(wordsOf(type.ids)) ? 'granted' : 'denied';
  });
  return states;
};

let granted = false;
const update = (states) => {
  granted = TYPES.some((type) => states[type.name] === 'granted');
  updateConsentState(states);
};

// The stored choice, or nothing where it does not count. The cookie's form: docs/reference/cookie.md.
const readStored = () => {
  const known = wordsOf(data.fingerprints);
  const values = getCookieValues(data.hostOnly ? '__Host-consentry' : 'consentry', false);
  // Two of one name are ambiguous: no one can tell which one the visitor meant.
  if (!known.length || !values || values.length !== 1) return undefined;
  const text = decodeUriComponent(values[0]);
  if (!text || text.length > 4200) return undefined;
  const parts = text.split('&');
  if (parts.length !== FIELDS.length) return undefined;
  if (!FIELDS.every((key, at) => parts[at].indexOf(key + '=') === 0)) return undefined;
  const stored = {};
  FIELDS.forEach((key, at) => {
    stored[key] = parts[at].slice(key.length + 1);
  });
  const isWhole =
    stored.v === '1' &&
    (stored.id === '' ? stored.yes === '' : isMadeOf(stored.id, WORD, 8, 64)) &&
    isMadeOf(stored.t, DIGITS, 1, 11) &&
    isMadeOf(stored.r, DIGITS, 1, 9) &&
    isMadeOf(stored.yes, WORD + '+', 0, 4200) &&
    isMadeOf(stored.no, WORD + '+', 0, 4200) &&
    isMadeOf(stored.f, WORD + '.+', 0, 4200);
  const age = getTimestampMillis() / 1000 - makeNumber(stored.t);
  const isOld = !(age <= makeNumber(data.days) * DAY_S && age >= -DAY_S);
  if (!isWhole || isOld || makeNumber(stored.r) !== makeNumber(data.revision)) return undefined;
  const yes = wordsOf(stored.yes);
  const no = wordsOf(stored.no);
  if (yes.some((id) => has(no, id))) return undefined;
  // Categories that were answered for what this site asks today.
  const current = wordsOf(stored.f)
    .filter((print) => has(known, print))
    .map((print) => print.split('.')[0])
    .filter((id) => has(yes, id) || has(no, id));
  return { yes: yes, no: no, current: current };
};

// From the cookie: a category permits, and nothing that is named was refused. What is finer waits for Consentry.
const permitsStored = (stored) => (ids) =>
  ids.some((id) => has(stored.yes, id) && has(stored.current, id)) &&
  !ids.some((id) => has(stored.no, id));

// From Consentry itself: the first id that has an answer decides.
const permitsNow = (state) => (ids) => {
  const categories = state.categories || {};
  const services = state.services || {};
  const isPermitted = (id) => services[id] === true || categories[id] === true;
  const decider = ids.filter((id) => isPermitted(id) || has(state.refused, id))[0];
  return !!decider && isPermitted(decider);
};

const onChange = (given) => {
  const state = given || {};
  const states = statesFor(permitsNow(state));
  // An update without an answer would only end Google's wait for one.
  const isNews = granted || TYPES.some((type) => states[type.name] === 'granted');
  if (isNews || state.status === 'decided') update(states);
};
const listen = () => {
  callInWindow('Consentry.current.on', 'change', onChange);
};

const defaults = statesFor(() => false);
const wait = makeNumber(data.wait);
if (wait > 0) defaults.wait_for_update = wait;
setDefaultConsentState(defaults);

const stored = readStored();
if (stored && stored.current.length) update(statesFor(permitsStored(stored)));

// Consentry has run, or takes what waits in the array of its name when it comes.
if (copyFromWindow('Consentry.version')) callInWindow('Consentry.push', listen);
else createQueue('Consentry')(listen);

data.gtmOnSuccess();


___WEB_PERMISSIONS___

[
  {
    "instance": {
      "key": {
        "publicId": "access_consent",
        "versionId": "1"
      },
      "param": [
        {
          "key": "consentTypes",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_user_data"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "ad_personalization"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "analytics_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "functionality_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "personalization_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "consentType"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "security_storage"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "get_cookies",
        "versionId": "1"
      },
      "param": [
        {
          "key": "cookieAccess",
          "value": {
            "type": 1,
            "string": "specific"
          }
        },
        {
          "key": "cookieNames",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 1,
                "string": "consentry"
              },
              {
                "type": 1,
                "string": "__Host-consentry"
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  },
  {
    "instance": {
      "key": {
        "publicId": "access_globals",
        "versionId": "1"
      },
      "param": [
        {
          "key": "keys",
          "value": {
            "type": 2,
            "listItem": [
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "Consentry"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "Consentry.version"
                  },
                  {
                    "type": 8,
                    "boolean": true
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "Consentry.push"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              },
              {
                "type": 3,
                "mapKey": [
                  {
                    "type": 1,
                    "string": "key"
                  },
                  {
                    "type": 1,
                    "string": "read"
                  },
                  {
                    "type": 1,
                    "string": "write"
                  },
                  {
                    "type": 1,
                    "string": "execute"
                  }
                ],
                "mapValue": [
                  {
                    "type": 1,
                    "string": "Consentry.current.on"
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": false
                  },
                  {
                    "type": 8,
                    "boolean": true
                  }
                ]
              }
            ]
          }
        }
      ]
    },
    "clientAnnotations": {
      "isEditedByUser": true
    },
    "isRequired": true
  }
]


___TESTS___

scenarios:
- name: Denies everything but security first, and waits
  code: |-
    runCode(mockData);

    assertApi('setDefaultConsentState').wasCalledWith({
      security_storage: 'granted',
      analytics_storage: 'denied',
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      functionality_storage: 'denied',
      personalization_storage: 'denied',
      wait_for_update: 500
    });
    assertApi('updateConsentState').wasNotCalled();
    assertApi('gtmOnSuccess').wasCalled();
- name: Grants what the stored choice permits
  code: |-
    cookies = [CHOICE];
    runCode(mockData);

    assertApi('updateConsentState').wasCalledWith({
      security_storage: 'granted',
      analytics_storage: 'granted',
      ad_storage: 'denied',
      ad_user_data: 'denied',
      ad_personalization: 'denied',
      functionality_storage: 'denied',
      personalization_storage: 'denied'
    });
- name: Believes no cookie whose fingerprints it was not given
  code: |-
    cookies = [CHOICE];
    mockData.fingerprints = '';
    runCode(mockData);

    assertApi('updateConsentState').wasNotCalled();
- name: Believes no cookie of which there are two
  code: |-
    cookies = [CHOICE, CHOICE];
    runCode(mockData);

    assertApi('updateConsentState').wasNotCalled();
- name: Believes no cookie that is older than the choice may be
  code: |-
    cookies = [CHOICE];
    now = (1764000000 + 181 * 86400) * 1000;
    runCode(mockData);

    assertApi('updateConsentState').wasNotCalled();
- name: Believes no cookie of another revision
  code: |-
    cookies = [CHOICE];
    mockData.revision = '2';
    runCode(mockData);

    assertApi('updateConsentState').wasNotCalled();
- name: Follows Consentry, and takes back what it withdraws
  code: |-
    mock('copyFromWindow', '1.0.0');
    mock('callInWindow', (path, given, listener) => {
      if (path === 'Consentry.push') given();
      if (path === 'Consentry.current.on') tell = listener;
    });
    runCode(mockData);
    tell({ status: 'undecided', categories: { marketing: false }, services: {}, refused: [] });
    assertApi('updateConsentState').wasNotCalled();

    tell({ status: 'decided', categories: { marketing: true }, services: {}, refused: [] });
    assertThat(last.ad_storage).isEqualTo('granted');
    assertThat(last.analytics_storage).isEqualTo('denied');

    tell({ status: 'decided', categories: { marketing: true }, services: {}, refused: ['google-ads'] });
    assertThat(last.ad_storage).isEqualTo('denied');

    tell({ status: 'decided', categories: { marketing: true }, services: {}, refused: [] });
    tell(undefined);
    assertThat(last.ad_storage).isEqualTo('denied');
setup: |-
  const CHOICE =
    'v=1&id=abcdefgh12345678&t=1764000000&r=1&yes=performance&no=marketing&f=performance.1x2y+marketing.3z';
  const mockData = {
    fingerprints: 'performance.1x2y+marketing.3z',
    hostOnly: false,
    revision: '1',
    days: '180',
    wait: '500',
    analytics: 'google-analytics performance',
    ads: 'google-ads marketing',
    site: 'functional'
  };
  let cookies = [];
  let now = 1764000000 * 1000;
  let last;
  let tell;

  mock('getCookieValues', () => cookies);
  mock('getTimestampMillis', () => now);
  mock('copyFromWindow', undefined);
  mock('callInWindow', undefined);
  mock('createQueue', () => () => undefined);
  mock('setDefaultConsentState', undefined);
  mock('updateConsentState', (states) => {
    last = states;
  });


___NOTES___

How to import and use it: docs/guides/consent-mode.md
