"""Grading: what a reply does, and what a conversation is worth.

`declared(reply, …)` and `prepare(rubric, …).judge(text, context)` both yield a `Judgement`;
`scorecard(exchanges, …)` turns exchanges into a `Scorecard`. Import `grading.values` for the values
alone: that loads neither numpy nor rapidfuzz.
"""
