"""Preview of a scenario being written."""

WORDS = {
    "help": "The scenario as a trainee meets it, while you write it. Save the file and it is taken up here at the place where you stand; while something keeps it from being played, that is shown instead. Nothing is recorded. Above stand the scene's id, moods and facts. F4 changes between choosing and typing, F5 begins again, r goes back to a turn.",
    "head": "preview · {warnings} to do · {scene} · {known}",
    "broken": "{file} can't be played as it is. Mend this and save: the preview goes on by itself.",
    "again": "Begin again",
    "total": "total {total}",
    "key-leave": "Leave",
    "tip-leave": "Leave the preview; nothing of it is kept",
    "key-mode": "Choose/type",
    "tip-mode": "Change between choosing replies and typing them",
    "key-restart": "Again",
    "tip-restart": "Begin again at the start",
}
