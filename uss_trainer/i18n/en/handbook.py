"""Words of the handbook."""

WORDS = {
    "title": "Handbook",
    "help": "Choose a technique at the left and read its steps and examples at the right. A green bar marks a good example, a yellow one a near miss.",
    "purposes": "Purposes",
    "steps": "Steps",
    "key-points": "Key points",
    "methods": "Methods",
    "must": "a must",
    "waived-known": "may be left out with a known customer",
    "waived-new": "may be left out with a new customer",
    "between": "; ",
    "well": "Done well: {criteria}",
    "good": "“{text}”",
    "near": "“{text}”\nA near miss: {why}",
    "measured": " (measured, counts towards the score)",
    "yourself": " (no text shows it; check yourself)",
    "no-page": "the handbook has no page '{technique}'",
    "key-more": "Down",
    "tip-more": "One page down",
    "key-less": "Up",
    "tip-less": "One page up",
}
