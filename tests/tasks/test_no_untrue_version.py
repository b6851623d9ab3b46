"""A version whose published example the rules do not bear out never comes into force, by whichever way."""

from datetime import timedelta

import pytest

import resources
from desk_app import programs
from desk_app.documents.program_file import read_document
from desk_app.domain.errors import Refusal
from tests.tasks.clinic import Clinic


def test_no_other_way_publishes_an_untrue_example(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        known = reading.versions()
        code, currency = known[-1].code, known[-1].document["currency"]
    document = {**untrue(), "code": code, "currency": currency}

    with pytest.raises(Refusal) as refused:
        programs.publish(clinic.desk, document, clinic.now.date(), clinic.op())

    assert (refused.value.code, refused.value.wrong_input) == ("C01", False)
    assert refused.value.place == "examples[0].claims.earns"
    with clinic.desk.store.reading() as reading:
        assert reading.versions() == known


def untrue() -> dict[str, object]:
    """The ready program of five percent that gives three, and still claims five."""
    text = resources.path("programs/cashback.toml").read_text(encoding="utf-8")
    return read_document(text.replace('earn = {percent = "5"}', 'earn = {percent = "3"}'))


def test_an_example_is_priced_on_the_first_day_of_its_version(clinic: Clinic) -> None:
    with clinic.desk.store.reading() as reading:
        document = dict(reading.versions()[-1].document)
    first = clinic.now.date() + timedelta(days=60)
    document["promotions"] = [{
        "code": "opening", "name": "Opening", "effect": {"percent": "10"}, "combine": "best",
        "when": {"from": first.isoformat(), "to": (first + timedelta(days=7)).isoformat()},
    }]  # fmt: skip
    document["examples"] = [{
        "title": "A tenth off", "bill": [{"category": "treatment", "price": "1000.00"}], "claims": {"pays": "900.00"},
    }]  # fmt: skip

    with pytest.raises(Refusal):
        programs.publish(clinic.desk, document, clinic.now.date(), clinic.op())
    assert programs.publish(clinic.desk, document, first, clinic.op()).effective_from == first
