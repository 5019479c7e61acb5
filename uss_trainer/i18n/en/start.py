"""Words of the first start."""

WORDS = {
    "help": "Choose a language and write your name. Then try a call at once, or have a look at Home first.",
    "welcome": "Welcome to USS sales practice",
    "welcome-again": "Name and language",
    "about": "Talk a customer through a call. Each reply shows at once which steps it performed and what went wrong; a full debrief follows at the end. Everything runs on this machine, with no network.",
    "about-again": "Press enter when you are done. What you have practised stays as it is.",
    "ask-language": "Language",
    "ask-name": "What do customers call you?",
    "placeholder": "such as Wang Xiaoming",
    "try": "Try a two-minute call",
    "home": "Look around first",
    "home-again": "Save",
    "no-name": "please write your name; customers will call you by it",
    "long-name": "please keep the name within {longest} characters",
    "no-call": "no usable phone scenario was found; Home says why",
    "key-next": "Next",
    "tip-next": "To the next field",
    "key-before": "Previous",
    "tip-before": "To the field before",
}
