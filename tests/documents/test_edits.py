"""A change of a document is one value at one key path; the document it was made in stays as it was."""

from __future__ import annotations

import pytest

from desk_app.documents.edits import Edit, Json, edited, value_at

LADDER: Json = {"name": "Club", "levels": {"steps": [{"code": "a", "discount": "0"}, {"code": "b", "discount": "5"}]}}


@pytest.mark.parametrize(
    ("edit", "place", "then"),
    [
        (Edit("name", "Klub"), "name", "Klub"),
        (Edit("levels.steps[1].discount", "7"), "levels.steps[1].discount", "7"),
        (Edit("levels.steps[2]", {"code": "c"}), "levels.steps[2].code", "c"),
        (Edit("levels.steps[0]"), "levels.steps[0].code", "b"),
        (Edit("redeem.max_share", "50"), "redeem", {"max_share": "50"}),
        (Edit("levels"), "levels", None),
        (Edit("nothing.there"), "nothing", {}),
    ],
)
def test_an_edit_changes_its_place_and_no_other_document(edit: Edit, place: str, then: object) -> None:
    before = repr(LADDER)

    assert value_at(edited(LADDER, [edit]), place) == then
    assert repr(LADDER) == before


@pytest.mark.parametrize("path", ["name.ru", "levels[0]", "levels.steps[3]", "levels.steps.code"])
def test_an_edit_that_leads_nowhere_is_an_error(path: str) -> None:
    with pytest.raises(LookupError):
        edited(LADDER, [Edit(path, "x")])


@pytest.mark.parametrize("path", ["", "a..b", "a[b]", "a[1"])
def test_what_is_no_key_path_is_an_error(path: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        value_at(LADDER, path)
