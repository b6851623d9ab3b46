"""What the form of a program asks, explains, and tells of other clinics, in two languages."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form import asked, discounts, extras, levels, promises, units
from ui.wording.program_form.words import FieldWords, QuestionWords

QUESTIONS: Final[Mapping[str, QuestionWords]] = asked.QUESTIONS
FIELDS: Final[Mapping[str, FieldWords]] = {
    **levels.FIELDS, **units.FIELDS, **discounts.FIELDS, **promises.FIELDS, **extras.FIELDS,
}  # fmt: skip
"""By key; those of a row as "groups.name", without its number."""
