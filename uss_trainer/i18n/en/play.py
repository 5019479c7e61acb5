"""What can go wrong while playing."""

WORDS = {
    "no-such-reply": "scene '{scene}' offers no reply '{reply}' now; choose one of those shown",
    "ended": "this conversation is over; retry it from the debrief",
    "no-such-turn": "there is no turn {turn} to go back to",
    "empty-reply": "the reply is empty; write what you would say",
    "no-rewind": "going back is possible in guided mode only",
    "no-hint": "hints are given in guided mode only",
    "not-listed": "reply {place} is not there; scene '{scene}' lists {count}",
}
