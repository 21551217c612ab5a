"""Errors that a caller can cause. Each message is one clear sentence, fit to be shown as it is."""


class AlignError(Exception):
    """Misuse: the request itself cannot be served. The command line exits with status 2."""


class InputError(AlignError):
    """A file that cannot be read as text: missing, empty, binary, or in an unknown encoding."""


class LanguageError(AlignError):
    """A language without a table, a text whose language cannot be told, or two texts in one language."""


class OutputError(AlignError):
    """A result that cannot be written where it was asked for."""


class ModelError(AlignError):
    """A model that was asked for by name and is not installed; the message says what to install."""
