"""The words a scenario may use for what the manual tells apart; plain, so that anything may ask."""

from __future__ import annotations

from typing import Literal

Level = Literal["new-hire", "working", "certification"]
Relationship = Literal["new", "known"]
Speaker = Literal["S", "C", "M"]
Outcome = Literal["won", "partial", "lost"]
Cause = Literal[
    "dislike",
    "low-mood",
    "excuse",
    "rival-tie",
    "risk-or-change",
    "price",
    "misunderstanding",
    "lack-of-knowledge",
    "unmet-need",
    "no-personal-value",
    "bargaining",
]
Timing = Literal["beforehand", "at-once", "later"]
Situation = Literal[
    "gatekeeper",
    "busy",
    "send-first",
    "own-system",
    "wrong-person",
    "early-yes",
    "traditional",
    "spin",
    "mixed",
    "funnel",
    "buyer-owner",
    "buyer-finance",
    "buyer-it",
    "buyer-production",
    "buyer-user",
    "buyer-public",
]
"""What a scene puts the trainee before: how the call is met, how questions are built, whom a
proposal must convince. Coverage counts them."""
Core = Literal["develop", "guide", "criteria", "present-value", "realise"]
Activity = Literal[
    "dig-leads",
    "assess-lead",
    "prepare-visit",
    "verify-lead",
    "explore-needs",
    "build-vision",
    "scope-needs",
    "set-criteria",
    "offer-solution",
    "present",
    "negotiate",
    "sign",
    "collect",
    "hand-over",
    "kick-off",
]
Decision = Literal["vision", "accepted", "recognised"]
Award = Literal["ten-steps", "little-li", "model-knife", "platinum", "model-team", "growing"]
Quality = Literal[
    "sincere",
    "warm",
    "diligent",
    "confident",
    "resilient",
    "driven",
    "professional",
    "polite",
    "knowledgeable",
    "selling",
    "consulting",
    "product-sense",
]
SalesMode = Literal["quick-knife", "advisor", "strategic"]
Selling = Literal["transactional", "consultative", "enterprise", "product", "solution"]
