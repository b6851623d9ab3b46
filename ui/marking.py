"""Marks a sentence for the translators where it is only declared; it is translated where it is shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Give back `text`; lupdate knows this name, and only in full: an alias would hide the sentence from it.

    Qt's own function of this name is typed as giving any object.
    """
    return text
