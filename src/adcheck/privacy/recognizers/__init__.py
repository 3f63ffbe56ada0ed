"""One recognizer per file and kind of personal data; each file's ``CASES`` are its tests."""
