"""Words of the whole application."""

WORDS = {
    "key-quit": "Quit",
    "tip-quit": "Leave the program; everything sent is stored",
    "key-help": "Help",
    "tip-help": "What can be done on this screen",
    "key-language": "中文",
    "tip-language": "Show everything in Chinese",
    "key-theme": "Light/dark",
    "tip-theme": "Change between a light and a dark screen",
    "key-palette": "Commands",
    "tip-palette": "Search all commands",
    "key-close": "Close",
    "tip-close": "Back to the screen",
    "key-back": "Back",
    "tip-back": "Back to the screen before",
    "help-title": "Help",
    "how-to-quit": "ctrl+q leaves the program; ctrl+c copies",
    "too-small": "This terminal is {width}×{height}; please make it at least {least}",
    "cannot-save": "can't save ({cause}); check that the folder can be written to",
}
