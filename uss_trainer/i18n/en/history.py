"""Words of the history."""

WORDS = {
    "title": "History",
    "title-one": "History: {title}",
    "help": "Every attempt, newest first. Enter opens its debrief, or goes on with one left unfinished. The line shows the totals over time and the mark that passes; retries are left out.",
    "column-when": "When",
    "column-scenario": "Scenario",
    "column-mode": "Mode",
    "column-ending": "Ending",
    "column-total": "Total",
    "column-band": "Band",
    "retry": "Retry",
    "open": "unfinished",
    "few": "After two finished attempts your totals are drawn here.",
    "none": "Nothing practised yet. Go back to Home and choose a scenario.",
    "key-only": "This scenario",
    "tip-only": "Show only the chosen scenario; press again for all",
}
