"""Words about boards."""

WORDS = {
    "none": "there is no board that you may see; a trainer turns one on for a team",
    "on": "members of {team} see each other's names and how much of their assignments is done",
    "off": "members of {team} no longer see each other",
    "join": "you stand on your teams' boards again",
    "leave": "you stand on no board any more",
    "title": "{team}",
    "title-off": "{team} (off: only trainers see this)",
    "me": " (you)",
}
